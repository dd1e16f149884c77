import { type ReactElement, useState } from 'react';
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
  return live ? (
    <LiveCount value={value} className={classes} />
  ) : (
    <span className={classes}>{formatCount(value)}</span>
  );
}

function LiveCount({ value, className }: { value: number; className: string }): ReactElement {
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (seen.value !== value) setSeen({ value, changes: seen.changes + 1 });
  // A new key replays the tint; the first value has none.
  return (
    <span key={seen.changes} className={cn(className, seen.changes > 0 && 'animate-changed rounded-badge')}>
      {formatCount(value)}
    </span>
  );
}
