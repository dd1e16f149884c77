import { Slot } from 'radix-ui';
import type { ComponentProps, ReactElement } from 'react';
import { cn } from './cn.ts';

export type TextLinkProps = ComponentProps<'a'> & {
  /** `inline` is underlined among words; `row` is the name of a table row: ink, weight 500. */
  variant?: 'inline' | 'plain' | 'row';
  /** Style the only child (a router link). */
  asChild?: boolean;
};

const variantClass = {
  inline: 'text-link underline decoration-1 underline-offset-3 hover:decoration-2',
  plain: 'font-medium text-link underline-offset-4 hover:underline',
  row: 'font-medium text-ink underline-offset-4 hover:underline',
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
