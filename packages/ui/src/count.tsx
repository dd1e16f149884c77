import type { ReactElement } from 'react';
import { cn } from './cn.ts';
import { formatCompact, formatCount } from './format.ts';
import { Tooltip } from './tooltip.tsx';

export type CountProps = {
  value: number;
  /** 38K, 2.5L, 1.2Cr with the exact number in a tooltip: axes and chips only. */
  compact?: boolean;
  /** Tints for 600 ms when the value changes. */
  live?: boolean;
  className?: string;
};

/** A whole number with lakh grouping, tabular. */
export function Count({ value, compact, live, className }: CountProps): ReactElement {
  const classes = cn('whitespace-nowrap tabular-nums', className);
  if (compact) {
    return (
      <Tooltip content={formatCount(value)}>
        <span className={classes}>{formatCompact(value)}</span>
      </Tooltip>
    );
  }
  // A new key replays the tint; on the first value it is invisible work of 600 ms.
  return (
    <span key={live ? value : undefined} className={cn(classes, live && 'animate-changed rounded-badge')}>
      {formatCount(value)}
    </span>
  );
}
