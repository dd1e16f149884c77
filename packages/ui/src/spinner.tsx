import type { ReactElement } from 'react';
import { cn } from './cn.ts';
import { Icon } from './icon.tsx';
import { LoaderCircleIcon } from './icons.ts';

export type SpinnerProps = {
  size?: 12 | 14 | 16 | 20;
  /** Read aloud. Leave out where the words beside it already say what is happening. */
  label?: string;
  className?: string;
};

/** Turns; with reduced motion it breathes. */
export function Spinner({ size = 16, label, className }: SpinnerProps): ReactElement {
  const glyph = (
    <Icon
      icon={LoaderCircleIcon}
      size={size}
      className={cn('animate-spin motion-reduce:animate-breathe', className)}
    />
  );
  if (!label) return glyph;
  return (
    <span role="status" className="inline-flex">
      {glyph}
      <span className="sr-only">{label}</span>
    </span>
  );
}
