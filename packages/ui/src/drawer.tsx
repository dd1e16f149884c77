import { Dialog as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, useRef } from 'react';
import { cn } from './cn.ts';
import { IconButton } from './icon-button.tsx';
import { XIcon } from './icons.ts';
import { Layer } from './layer.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { useWords } from './words.tsx';

export type DrawerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** `left` is the phone's navigation, 288 wide; `right` is one case beside its list, 480 wide. */
  side?: 'left' | 'right';
  /** The title is spoken only (navigation). */
  hideTitle?: boolean;
  children: ReactNode;
  /** Stays at the bottom: buttons. */
  footer?: ReactNode;
};

const sideClass = {
  left: 'left-0 w-72 max-w-[85vw] data-[state=closed]:animate-left-out data-[state=open]:animate-left-in',
  right:
    'right-0 w-full max-w-[480px] data-[state=closed]:animate-right-out data-[state=open]:animate-right-in',
} as const;

/** A panel at the side. Esc and the scrim close it. */
export function Drawer(props: DrawerProps): ReactElement {
  const { open, onOpenChange, title, side = 'right', hideTitle = false, children, footer } = props;
  const words = useWords();
  const titleRef = useRef<HTMLHeadingElement>(null);
  const focus = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-side-scrim bg-scrim data-[state=closed]:animate-scrim-out data-[state=open]:animate-scrim-in" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={focus.giveBack}
          onOpenAutoFocus={(event) => {
            focus.remember();
            event.preventDefault();
            titleRef.current?.focus();
          }}
          className={cn(
            'fixed inset-y-0 z-side flex flex-col bg-overlay text-ink shadow-modal outline-none',
            sideClass[side],
          )}
        >
          <Layer name="side">
            <header
              className={cn(
                'flex h-13 shrink-0 items-center gap-2 pr-14 pl-4',
                !hideTitle && 'border-hairline border-b sm:pl-6',
              )}
            >
              <Radix.Title
                ref={titleRef}
                tabIndex={-1}
                className={cn(
                  'min-w-0 truncate font-semibold text-section outline-none',
                  hideTitle && 'sr-only',
                )}
              >
                {title}
              </Radix.Title>
            </header>
            <div className={cn('min-h-0 flex-1 overflow-y-auto', hideTitle ? 'px-2' : 'px-4 py-4 sm:px-6')}>
              {children}
            </div>
            {footer ? (
              <footer className="flex flex-wrap justify-end gap-2 border-hairline border-t px-4 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6">
                {footer}
              </footer>
            ) : null}
            <Radix.Close asChild>
              <IconButton
                icon={XIcon}
                label={words.close}
                tooltip={false}
                className="absolute top-2.5 right-3 touch:top-1 touch:right-1"
              />
            </Radix.Close>
          </Layer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
