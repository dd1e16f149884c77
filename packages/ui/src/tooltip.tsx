import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { useLayerClass } from './layer.tsx';

export type TooltipProps = {
  /** One short line. Never an error, a link or a fact that is needed. */
  content: ReactNode;
  /** One focusable element, or text that repeats elsewhere. */
  children: ReactElement;
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** A hint after 250 ms, at once for neighbours. */
export function Tooltip({ content, children, side = 'top' }: TooltipProps): ReactElement {
  const layer = useLayerClass();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            layer,
            'max-w-60 origin-(--radix-tooltip-content-transform-origin) animate-popover-in rounded-control bg-primary px-2 py-1 text-meta text-on-primary tabular-nums',
          )}
        >
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
