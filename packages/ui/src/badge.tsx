import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Icon, type IconComponent } from './icon.tsx';
import { type Tone, tintClass } from './tone.ts';

export type BadgeProps = {
  tone?: Tone;
  icon?: IconComponent;
  /** The icon turns: something runs. */
  spinning?: boolean;
  children: ReactNode;
  className?: string;
};

/** One word on a tint, 20 high. A status is a StatusBadge, so that it looks the same everywhere. */
export function Badge({ tone = 'neutral', icon, spinning, children, className }: BadgeProps): ReactElement {
  return (
    <span
      className={cn(
        'inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-badge px-1.5 font-medium text-meta',
        tintClass[tone],
        className,
      )}
    >
      {icon ? (
        <Icon
          icon={icon}
          size={12}
          className={cn(spinning && 'animate-spin motion-reduce:animate-breathe')}
        />
      ) : null}
      {children}
    </span>
  );
}
