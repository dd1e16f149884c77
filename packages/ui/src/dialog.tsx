import { Dialog as Radix } from 'radix-ui';
import { type ReactElement, type ReactNode, type RefObject, useRef } from 'react';
import { cn } from './cn.ts';
import { IconButton } from './icon-button.tsx';
import { XIcon } from './icons.ts';
import { Layer } from './layer.tsx';
import { useFocusReturn } from './use-focus-return.ts';
import { useSheetDrag } from './use-sheet-drag.ts';
import { useWords } from './words.tsx';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** sm 400 (confirm), md 480, lg 640. On a phone it is a bottom sheet. */
  size?: 'sm' | 'md' | 'lg';
  children?: ReactNode;
  /** Buttons. In a row at the right (`row`), or stacked and full width (`stack`); always full width on a phone. */
  footer?: ReactNode;
  footerLayout?: 'row' | 'stack';
  /** What gets the focus: the title (read aloud first), or one element. */
  initialFocus?: 'title' | RefObject<HTMLElement | null>;
  /** false: no Esc, no click outside, no close button (the secret that is shown once). */
  dismissible?: boolean;
};

export const scrimClass =
  'fixed inset-0 z-modal-scrim bg-scrim data-[state=closed]:animate-scrim-out data-[state=open]:animate-scrim-in';

/** Where a modal stands: in the middle; below 640 px at the bottom edge, at most 90 % of the height. */
export const panelClass = cn(
  'fixed top-1/2 left-1/2 z-modal flex max-h-[80vh] w-[calc(100vw-2rem)] -translate-1/2 flex-col',
  'rounded-modal bg-overlay text-ink shadow-modal outline-none',
  'data-[state=closed]:animate-dialog-out data-[state=open]:animate-dialog-in',
  'max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:max-h-[90svh] max-sm:w-full max-sm:max-w-none max-sm:translate-0 max-sm:rounded-b-none',
  'max-sm:data-[state=closed]:animate-sheet-out max-sm:data-[state=open]:animate-sheet-in',
);

const sizeClass = { sm: 'max-w-[400px]', md: 'max-w-[480px]', lg: 'max-w-[640px]' } as const;

/** A modal. Esc and the scrim close it, focus returns to what opened it, the page behind does not scroll. */
export function Dialog(props: DialogProps): ReactElement {
  const {
    open,
    onOpenChange,
    title,
    description,
    size = 'md',
    children,
    footer,
    footerLayout = 'row',
  } = props;
  const { initialFocus = 'title', dismissible = true } = props;
  const titleRef = useRef<HTMLHeadingElement>(null);
  const focus = useFocusReturn();
  const panelRef = useRef<HTMLDivElement>(null);
  const keepOpen = (event: Event): void => {
    if (!dismissible) event.preventDefault();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          ref={panelRef}
          onCloseAutoFocus={focus.giveBack}
          onOpenAutoFocus={(event) => {
            focus.remember();
            event.preventDefault();
            const target = initialFocus === 'title' ? titleRef.current : initialFocus.current;
            target?.focus();
          }}
          onEscapeKeyDown={keepOpen}
          onPointerDownOutside={keepOpen}
          onInteractOutside={keepOpen}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(panelClass, sizeClass[size])}
        >
          <Layer name="modal">
            {dismissible ? <Grabber panel={panelRef} onClose={() => onOpenChange(false)} /> : null}
            <header
              className={cn('flex flex-col gap-1 px-4 pt-4 sm:px-6 sm:pt-6', dismissible && 'pr-12 sm:pr-14')}
            >
              <Radix.Title ref={titleRef} tabIndex={-1} className="font-semibold text-section outline-none">
                {title}
              </Radix.Title>
              {description ? (
                <Radix.Description className="text-body text-muted">{description}</Radix.Description>
              ) : null}
            </header>
            {children ? <div className="min-h-0 overflow-y-auto px-4 py-4 sm:px-6">{children}</div> : null}
            {footer ? <DialogFooter layout={footerLayout}>{footer}</DialogFooter> : <div className="pb-2" />}
            {dismissible ? <DialogClose /> : null}
          </Layer>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function DialogClose(): ReactElement {
  const words = useWords();
  return (
    <Radix.Close asChild>
      <IconButton
        icon={XIcon}
        label={words.close}
        tooltip={false}
        className="absolute top-3 right-3 touch:top-2 touch:right-1 sm:top-5 sm:right-5"
      />
    </Radix.Close>
  );
}

function Grabber({
  panel,
  onClose,
}: {
  panel: RefObject<HTMLElement | null>;
  onClose: () => void;
}): ReactElement {
  const drag = useSheetDrag(panel, onClose);
  return (
    <div {...drag} className="absolute inset-x-12 top-0 flex h-4 touch-none justify-center pt-1.5 sm:hidden">
      <span className="h-1 w-9 rounded-full bg-edge" />
    </div>
  );
}

/** A modal's buttons: a row at the right, on a phone full width with the primary on top. */
export function DialogFooter({
  layout,
  children,
}: {
  layout: 'row' | 'stack';
  children: ReactNode;
}): ReactElement {
  return (
    <footer
      className={cn(
        'flex gap-2 px-4 pt-2 pb-[max(1rem,env(safe-area-inset-bottom))] sm:px-6 sm:pb-6',
        layout === 'row' ? 'flex-col-reverse sm:flex-row sm:justify-end' : 'flex-col',
        layout === 'row' ? 'max-sm:*:w-full' : '*:w-full',
      )}
    >
      {children}
    </footer>
  );
}
