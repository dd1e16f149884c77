import { Toast as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { CircleCheckIcon, XIcon } from './icons.ts';
import type { ToastMessage } from './toast-message.ts';
import { useWords } from './words.tsx';

const PLAIN_MS = 5_000;
const WITH_ACTION_MS = 10_000;

export type ToastCardProps = { shown: ToastMessage & { id: number }; onClose: () => void };

/** The place of the toast and the toast itself; drawn from the first message on. */
export function ToastPlace({ shown, onClose }: ToastCardProps): ReactElement {
  const words = useWords();
  return (
    <Radix.Provider label={words.notifications} duration={PLAIN_MS} swipeDirection="right">
      <ToastCard key={shown.id} shown={shown} onClose={onClose} />
      <Radix.Viewport
        label={words.notifications}
        className="fixed right-0 bottom-0 z-toast flex w-full max-w-[400px] flex-col p-4 outline-none max-sm:top-0 max-sm:bottom-auto max-sm:max-w-none"
      />
    </Radix.Provider>
  );
}

function ToastCard({ shown, onClose }: ToastCardProps): ReactElement {
  const words = useWords();
  return (
    <Radix.Root
      duration={shown.action ? WITH_ACTION_MS : PLAIN_MS}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="flex items-center gap-2 rounded-card bg-overlay py-2 pr-2 pl-4 text-body text-ink shadow-menu data-[state=open]:animate-dialog-in"
    >
      <Icon icon={CircleCheckIcon} className="text-success" />
      <Radix.Title className="min-w-0 flex-1">{shown.message}</Radix.Title>
      {shown.action ? (
        <Radix.Action altText={shown.action.altText} asChild>
          <button
            type="button"
            onClick={shown.action.onAction}
            className="h-7 rounded-control px-2 font-medium text-link hover:bg-hover touch:h-11"
          >
            {shown.action.label}
          </button>
        </Radix.Action>
      ) : null}
      <Radix.Close asChild>
        <IconButton icon={XIcon} label={words.dismiss} size="xs" tooltip={false} />
      </Radix.Close>
    </Radix.Root>
  );
}
