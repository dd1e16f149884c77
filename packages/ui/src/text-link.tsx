import { Slot } from 'radix-ui';
import type { ComponentProps, ReactElement } from 'react';
import { cn } from './cn.ts';

export type TextLinkProps = ComponentProps<'a'> & {
  /** `inline` is underlined among words; `row` is the name of a table row: ink, weight 500. */
  variant?: 'inline' | 'plain' | 'row';
  /** Style the only child (a router link). */
  asChild?: boolean;
};

/** Alone on its line it is a target: 44 px high under a finger, without moving anything. */
const targetClass =
  'relative touch:after:absolute touch:after:inset-x-0 touch:after:top-1/2 touch:after:h-11 touch:after:min-w-11 touch:after:-translate-y-1/2';

const variantClass = {
  inline: 'text-link underline decoration-1 underline-offset-3 hover:decoration-2',
  plain: cn(targetClass, 'font-medium text-link underline-offset-4 hover:underline'),
  row: cn(targetClass, 'font-medium text-ink underline-offset-4 hover:underline'),
} as const;

/** The look of a link. */
export function TextLink({
  variant = 'inline',
  asChild = false,
  className,
  ...rest
}: TextLinkProps): ReactElement {
  const Root = asChild ? Slot.Root : 'a';
  return <Root {...rest} className={cn('rounded-badge', variantClass[variant], className)} />;
}
