import { Slot } from 'radix-ui';
import { type ComponentProps, type MouseEvent, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { Spinner } from './spinner.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'link';
/** xs 28 (row actions), sm 32 (tables, toolbars), md 36, lg 40 (Review and pay, Upload); all are 44 high on touch. */
export type ButtonSize = 'xs' | 'sm' | 'md' | 'lg';

export type ButtonProps = ComponentProps<'button'> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  icon?: IconComponent;
  trailingIcon?: IconComponent;
  /** Busy: keeps label, width and focus, shows a spinner, swallows clicks. */
  loading?: boolean;
  /** Why it cannot be pressed now, as visible text below. It stays focusable, so that the reason is read. */
  disabledReason?: ReactNode;
  /** Full width (it always is full width inside a phone sheet's footer). */
  block?: boolean;
  /** Style the only child (a router link) as a button. */
  asChild?: boolean;
};

/** Switched off: text stays readable at 5.2:1, because the label still says what could be done. */
const offFill =
  'disabled:bg-neutral-tint disabled:text-muted aria-disabled:bg-neutral-tint aria-disabled:text-muted';
const offPlain =
  'disabled:border-hairline disabled:bg-transparent disabled:text-muted disabled:no-underline aria-disabled:border-hairline aria-disabled:bg-transparent aria-disabled:text-muted';

const variantClass = {
  primary: cn('bg-primary text-on-primary hover:bg-primary-hover', offFill),
  secondary: cn('border border-edge bg-raised text-ink hover:bg-hover', offPlain),
  ghost: cn('text-ink hover:bg-hover', offPlain),
  danger: cn('bg-danger-fill text-on-danger hover:bg-danger-fill-hover', offFill),
  link: cn('h-auto px-0 text-link underline-offset-4 hover:underline', offPlain),
} as const satisfies Record<ButtonVariant, string>;

const sizeClass = {
  xs: 'h-7 px-2 text-dense',
  sm: 'h-8 px-3 text-dense',
  md: 'h-9 px-4 text-body',
  lg: 'h-10 px-4 text-body',
} as const satisfies Record<ButtonSize, string>;

/** The class list of a button, for the rare element that is neither a button nor a link. */
export function buttonClass(variant: ButtonVariant = 'secondary', size: ButtonSize = 'md'): string {
  return cn(
    'relative inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-medium',
    'transition-colors duration-80 touch:h-11 touch:min-w-11',
    sizeClass[size],
    variantClass[variant],
    'disabled:cursor-not-allowed aria-disabled:cursor-not-allowed aria-busy:cursor-progress',
  );
}

/**
 * A button; `type="button"` unless told otherwise. Do not disable submit buttons: let them explain.
 * `loading` keeps the label and the width: the spinner takes the icon's place, or slides in from the padding.
 */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  trailingIcon,
  loading = false,
  disabledReason,
  block = false,
  asChild = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps): ReactElement {
  const reasonId = useId();
  const blocked = loading || Boolean(disabledReason);
  const Root = asChild ? Slot.Root : 'button';
  const handleClick = (event: MouseEvent<HTMLButtonElement>): void => {
    if (blocked) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    onClick?.(event);
  };
  const button = (
    <Root
      type={asChild ? undefined : 'button'}
      {...rest}
      onClick={handleClick}
      aria-busy={loading || undefined}
      aria-disabled={disabledReason ? true : rest['aria-disabled']}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      className={cn(buttonClass(variant, size), block && 'w-full', className)}
    >
      {loading && !icon ? <Spinner size={12} className="absolute left-2" /> : null}
      {icon ? loading ? <Spinner /> : <Icon icon={icon} /> : null}
      <Slot.Slottable>{wrapLabel(children, asChild, loading && !icon)}</Slot.Slottable>
      {trailingIcon ? <Icon icon={trailingIcon} /> : null}
    </Root>
  );
  if (!disabledReason) return button;
  return (
    <span className={cn('inline-flex flex-col items-start gap-1', block && 'w-full')}>
      {button}
      <span id={reasonId} className="text-meta text-muted">
        {disabledReason}
      </span>
    </span>
  );
}

function wrapLabel(children: ReactNode, asChild: boolean, makeRoom: boolean): ReactNode {
  if (asChild) return children;
  return <span className={cn('truncate', makeRoom && 'translate-x-2')}>{children}</span>;
}
