import type { ReactElement } from 'react';
import { cn } from './cn.ts';
import { initialsOf } from './format.ts';
import { Icon } from './icon.tsx';
import { MailIcon } from './icons.ts';

export type AvatarProps = {
  /** Shows initials; without a name, or with `icon="mail"`, the e-mail icon. */
  name?: string;
  icon?: 'mail';
  /** 24, 28 or 32 px. */
  size?: 24 | 28 | 32;
  className?: string;
};

const sizeClass = { 24: 'size-6', 28: 'size-7', 32: 'size-8' } as const;

/** A person as a circle; decorative, the name stands beside it or names the button around it. */
export function Avatar({ name = '', icon, size = 28, className }: AvatarProps): ReactElement {
  const initials = icon ? null : initialsOf(name);
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full border border-hairline bg-neutral-tint font-medium text-meta text-neutral',
        sizeClass[size],
        className,
      )}
    >
      {initials ?? <Icon icon={MailIcon} size={size === 24 ? 12 : 16} />}
    </span>
  );
}
