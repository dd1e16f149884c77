import { Slot } from 'radix-ui';
import type { ComponentProps, ReactElement } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { Spinner } from './spinner.tsx';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'aria-label' | 'children'> & {
  icon: IconComponent;
  /** The accessible name, and the tooltip. */
  label: string;
  variant?: 'ghost' | 'secondary';
  /** xs 28, sm 32, md 36; 44 on touch. */
  size?: 'xs' | 'sm' | 'md';
  loading?: boolean;
  /** Leave the tooltip out where it would cover what the button opens. */
  tooltip?: boolean;
  /** The only child (an empty router link) becomes the button. */
  asChild?: boolean;
  children?: ReactElement;
};

const sizeClass = { xs: 'size-7', sm: 'size-8', md: 'size-9' } as const;
const variantClass = {
  ghost: 'text-muted hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
  secondary: 'border border-edge bg-raised text-ink hover:bg-hover data-[state=open]:bg-hover',
} as const;

/** A button that is only an icon; its name is spoken and shown on hover. */
export function IconButton({
  icon,
  label,
  variant = 'ghost',
  size = 'sm',
  loading = false,
  tooltip = true,
  asChild = false,
  className,
  children,
  ...rest
}: IconButtonProps): ReactElement {
  const glyph = loading ? <Spinner /> : <Icon icon={icon} />;
  const Root = asChild ? Slot.Root : 'button';
  const button = (
    <Root
      type={asChild ? undefined : 'button'}
      {...rest}
      aria-label={label}
      aria-busy={loading || undefined}
      className={cn(
        'relative inline-flex shrink-0 items-center justify-center rounded-control transition-colors duration-80',
        'disabled:cursor-not-allowed disabled:bg-transparent disabled:text-line touch:size-11',
        sizeClass[size],
        variantClass[variant],
        className,
      )}
    >
      {asChild ? <Slot.Slottable>{children}</Slot.Slottable> : null}
      {glyph}
    </Root>
  );
  return tooltip ? <Tooltip content={label}>{button}</Tooltip> : button;
}
