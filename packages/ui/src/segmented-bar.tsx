import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';
import { formatCount } from './format.ts';

export type SegmentTone = 'success' | 'danger' | 'warning' | 'neutral' | 'accent';

export type Segment = { key: string; label: string; value: number; tone: SegmentTone };

export type SegmentedBarProps = {
  segments: readonly Segment[];
  /** Spoken summary: "3 accepted, 1 failed, 0 duplicate of 4 rows". */
  label: string;
  /** The labels with their counts under the bar; `false` in a table, where the share stands beside it. */
  legend?: boolean;
  /** At the right end of the legend: "= 4 rows". */
  total?: ReactNode;
  className?: string;
};

const toneClass = {
  success: 'bg-success',
  danger: 'bg-danger-fill',
  warning: 'bg-warning',
  neutral: 'bg-line',
  accent: 'bg-accent',
} as const satisfies Record<SegmentTone, string>;

/** Shares of a whole as one bar of 8 px with its words; a share above zero is never thinner than 4 px. */
export function SegmentedBar({
  segments,
  label,
  legend = true,
  total,
  className,
}: SegmentedBarProps): ReactElement {
  const present = segments.filter((segment) => segment.value > 0);
  return (
    <div className={cn('flex flex-col gap-2', className)}>
      <div
        role="img"
        aria-label={label}
        className="flex h-2 w-full gap-0.5 overflow-hidden rounded-full bg-pressed"
      >
        {present.map((segment) => (
          <span
            key={segment.key}
            className={cn('h-full min-w-1', toneClass[segment.tone])}
            style={{ flexGrow: segment.value, flexBasis: 0 }}
          />
        ))}
      </div>
      {legend ? (
        <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 text-body">
          {segments.map((segment) => (
            <li key={segment.key} className="flex items-center gap-2">
              <span aria-hidden className={cn('size-2 rounded-full', toneClass[segment.tone])} />
              <span className="text-muted">{segment.label}</span>
              <span className="font-medium tabular-nums">{formatCount(segment.value)}</span>
            </li>
          ))}
          {total ? <li className="text-muted tabular-nums">{total}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
