import type { ComponentProps, ReactElement } from 'react';
import { cn } from './cn.ts';
import { useFieldControl } from './field.tsx';
import { Icon, type IconComponent } from './icon.tsx';

export type InputProps = Omit<ComponentProps<'input'>, 'size'> & {
  /** sm 32 (toolbars), md 36, lg 40; 44 on touch. */
  size?: 'sm' | 'md' | 'lg';
  /** GSTIN, ids, UTR. */
  mono?: boolean;
  /** Right-aligned tabular figures. */
  numeric?: boolean;
  icon?: IconComponent;
};

const sizeClass = { sm: 'h-8', md: 'h-9', lg: 'h-10' } as const;

/** The look shared by everything that is typed into. */
export const controlClass = cn(
  'w-full min-w-0 rounded-control border border-line bg-surface px-3 text-body text-ink',
  'hover:border-muted aria-invalid:border-danger',
  'disabled:cursor-not-allowed disabled:border-edge disabled:bg-neutral-tint disabled:text-muted',
  'touch:text-section',
);

/** One line of text. Inside a Field it takes its id, description and validity from there. */
export function Input({ size = 'md', mono, numeric, icon, className, ...rest }: InputProps): ReactElement {
  const control = useFieldControl(rest);
  const input = (
    <input
      {...rest}
      {...control}
      className={cn(
        controlClass,
        sizeClass[size],
        'read-only:bg-subtle touch:h-11',
        mono && 'font-mono text-dense',
        numeric && 'text-right tabular-nums',
        icon && 'pl-9',
        !icon && className,
      )}
    />
  );
  if (!icon) return input;
  return (
    <span className={cn('relative flex min-w-0 items-center', className)}>
      <Icon icon={icon} className="pointer-events-none absolute left-3 text-muted" />
      {input}
    </span>
  );
}
