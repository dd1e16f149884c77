import { Toast as Radix } from 'radix-ui';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useMemo,
  useState,
} from 'react';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { CircleCheckIcon, XIcon } from './icons.ts';
import { useWords } from './words.tsx';

const PLAIN_MS = 5_000;
const WITH_ACTION_MS = 10_000;

export type ToastAction = {
  label: string;
  /** Spoken instead, when the toast itself cannot be reached in time: says where else to do it. */
  altText: string;
  onAction: () => void;
};

export type ToastMessage = {
  /** Noun and past participle: "Profile saved". Never for money, imports or errors. */
  message: ReactNode;
  action?: ToastAction;
};

export type Toaster = { show: (message: ToastMessage) => void; dismiss: () => void };

type Shown = ToastMessage & { id: number };

const ToastContext = createContext<Toaster | null>(null);

/** `show` replaces what is shown: one toast at a time, 5 s, 10 s with an action; hovering holds it. */
export function useToast(): Toaster {
  const toaster = useContext(ToastContext);
  if (!toaster) throw new Error('UiProvider is missing above this component');
  return toaster;
}

/** Part of `UiProvider`. */
export function ToastProvider({ children }: { children: ReactNode }): ReactElement {
  const words = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const show = useCallback((message: ToastMessage) => {
    setShown((previous) => ({ ...message, id: (previous?.id ?? 0) + 1 }));
  }, []);
  const dismiss = useCallback(() => setShown(null), []);
  const toaster = useMemo(() => ({ show, dismiss }), [show, dismiss]);
  return (
    <ToastContext value={toaster}>
      <Radix.Provider label={words.notifications} duration={PLAIN_MS} swipeDirection="right">
        {children}
        {shown ? <ToastCard key={shown.id} shown={shown} onClose={dismiss} /> : null}
        <Radix.Viewport
          label={words.notifications}
          className="fixed right-0 bottom-0 z-toast flex w-full max-w-[400px] flex-col p-4 outline-none max-sm:top-0 max-sm:bottom-auto max-sm:max-w-none"
        />
      </Radix.Provider>
    </ToastContext>
  );
}

function ToastCard({ shown, onClose }: { shown: Shown; onClose: () => void }): ReactElement {
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
