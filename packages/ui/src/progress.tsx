import { Progress as Radix } from 'radix-ui';
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
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <Radix.Root
      value={value === null ? null : Math.min(Math.max(0, value), max)}
      max={max > 0 ? max : 1}
      aria-label={label}
      getValueLabel={() => valueText}
      aria-valuetext={valueText}
      className={cn('h-1.5 w-full overflow-hidden rounded-full bg-pressed', className)}
    >
      <Radix.Indicator
        className={cn(
          'block h-full origin-left rounded-full bg-accent',
          value === null
            ? 'w-1/3 animate-slide motion-reduce:w-full motion-reduce:animate-breathe'
            : 'w-full transition-transform duration-200 ease-out motion-reduce:transition-none',
        )}
        style={value === null ? undefined : { transform: `translateX(${(share - 1) * 100}%)` }}
      />
    </Radix.Root>
  );
}
