import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { useLayerClass } from './layer.tsx';

export type PopoverProps = {
  /** A Button or IconButton (with `tooltip={false}`). */
  trigger: ReactElement;
  /** Spoken name of what opens. */
  label: string;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: 'start' | 'center' | 'end';
  /** Width in px (default 320). */
  width?: number;
  /** No padding: the content is a list. */
  flush?: boolean;
};

/** Something small beside its button, not modal. */
export function Popover(props: PopoverProps): ReactElement {
  const { trigger, label, children, open, onOpenChange, align = 'start', width = 320, flush } = props;
  const layer = useLayerClass();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          style={{ width }}
          className={cn(
            layer,
            'max-h-(--radix-popover-content-available-height) max-w-[calc(100vw-1rem)] overflow-y-auto rounded-card bg-overlay text-body text-ink shadow-menu outline-none',
            'origin-(--radix-popover-content-transform-origin) data-[state=closed]:animate-popover-out data-[state=open]:animate-popover-in',
            flush ? 'p-1' : 'p-4',
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
