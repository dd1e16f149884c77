import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn.ts';

export type DescriptionItem = {
  key: string;
  label: ReactNode;
  value: ReactNode;
  /** `total` 20/28 semibold, `danger` red text (bring the icon in the value), `quiet` second text. */
  emphasis?: 'total' | 'danger' | 'quiet';
  /** The line above this row (default hairline; `heavy` before a total). */
  rule?: 'hairline' | 'heavy' | 'none';
};

export type DescriptionListProps = {
  items: readonly DescriptionItem[];
  /** `rows` 32 high with hairlines (review); `numbers` 20/28 figures on one right edge (blocked upload); `stack` label above value. */
  variant?: 'rows' | 'numbers' | 'stack';
  className?: string;
};

const ruleClass = {
  hairline: 'border-hairline border-t',
  heavy: 'border-line border-t',
  none: '',
} as const;

/** Label left, value right. */
export function DescriptionList({ items, variant = 'rows', className }: DescriptionListProps): ReactElement {
  if (variant === 'stack') {
    return (
      <dl className={cn('grid gap-4', className)}>
        {items.map((item) => (
          <div key={item.key} className="flex min-w-0 flex-col gap-1">
            <dt className="text-meta text-muted">{item.label}</dt>
            <dd
              className={cn(
                'break-words text-body tabular-nums',
                item.emphasis === 'danger' && 'text-danger',
              )}
            >
              {item.value}
            </dd>
          </div>
        ))}
      </dl>
    );
  }
  return (
    <dl className={cn('flex flex-col', className)}>
      {items.map((item, index) => (
        <DescriptionRow key={item.key} item={item} first={index === 0} large={variant === 'numbers'} />
      ))}
    </dl>
  );
}

function DescriptionRow(props: { item: DescriptionItem; first: boolean; large: boolean }): ReactElement {
  const { item, first, large } = props;
  const rule = item.rule ?? (first || large ? 'none' : 'hairline');
  return (
    <div
      className={cn(
        'flex min-h-8 items-baseline justify-between gap-6 py-1.5',
        ruleClass[rule],
        (item.emphasis === 'total' || large) && 'py-1',
      )}
    >
      <dt
        className={cn(
          'shrink-0 text-body',
          item.emphasis === 'total' ? 'font-medium text-ink' : 'text-muted',
        )}
      >
        {item.label}
      </dt>
      <dd
        className={cn(
          'min-w-0 break-words text-right text-body tabular-nums',
          large && 'font-semibold text-title',
          item.emphasis === 'total' && 'font-semibold text-title',
          item.emphasis === 'danger' && 'text-danger',
          item.emphasis === 'quiet' && 'text-muted',
        )}
      >
        {item.value}
      </dd>
    </div>
  );
}
