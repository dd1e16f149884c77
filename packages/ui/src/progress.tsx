import type { ReactElement } from 'react';
import { cn } from './cn.ts';

export type ProgressProps = {
  /** null: something runs, nobody knows how long. */
  value: number | null;
  max?: number;
  /** Spoken name. */
  label: string;
  /** Spoken value: "6,240 of 10,000 rows". */
  valueText: string;
  className?: string;
};

/** A bar of 6 px. */
export function Progress({ value, max = 100, label, valueText, className }: ProgressProps): ReactElement {
  const top = max > 0 ? max : 1;
  const shown = value === null ? undefined : Math.min(Math.max(0, value), top);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={top}
      aria-valuenow={shown}
      aria-valuetext={valueText}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-pressed', className)}
    >
      <span
        className={cn(
          'block h-full origin-left rounded-full bg-accent',
          shown === undefined
            ? 'w-1/3 animate-slide motion-reduce:w-full motion-reduce:animate-breathe'
            : 'w-full transition-transform duration-200 ease-out motion-reduce:transition-none',
        )}
        style={shown === undefined ? undefined : { transform: `translateX(${(shown / top - 1) * 100}%)` }}
      />
    </div>
  );
}
