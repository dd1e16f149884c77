import type { ReactElement, ReactNode } from 'react';
import { Card } from './card.tsx';
import { cn } from './cn.ts';

export type StatFact = { key: string; label: ReactNode; value: ReactNode; hint?: ReactNode };

export type StatCardProps = {
  title: ReactNode;
  badge?: ReactNode;
  /** Why the badge says so ("Debt of 1,200"). */
  reason?: ReactNode;
  /** Top right: Refresh, as icon and word. */
  action?: ReactNode;
  /** What the number is. */
  label: ReactNode;
  /** The number: `<Count>` or `<Money>`. */
  value: ReactNode;
  /** `balance` 32/40 is for the one balance of a page; tiles use `stat` 24/32. */
  size?: 'balance' | 'stat';
  /** In second text while a new number is asked for; the old one stays. */
  stale?: boolean;
  /** Held, Awaiting payment, Lasts about: never summed into the value. */
  facts?: readonly StatFact[];
  /** "Updated 10:07" */
  foot?: ReactNode;
  id?: string;
  className?: string;
};

/** One number with its name, state and the facts that stand apart from it. */
export function StatCard(props: StatCardProps): ReactElement {
  const {
    title,
    badge,
    reason,
    action,
    label,
    value,
    size = 'balance',
    stale,
    facts,
    foot,
    id,
    className,
  } = props;
  return (
    <Card id={id} className={cn('flex scroll-mt-18 flex-col', className)}>
      <header className="flex min-h-8 items-start justify-between gap-4">
        <div className="flex min-h-8 min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="min-w-0 break-words font-semibold text-section">{title}</h2>
          {badge}
          {reason ? <span className="text-body text-muted">{reason}</span> : null}
        </div>
        {action}
      </header>
      <p className="mt-4 text-body text-muted">{label}</p>
      <p
        aria-busy={stale || undefined}
        className={cn(
          'font-semibold tabular-nums transition-colors duration-120',
          size === 'balance' ? 'text-balance' : 'text-stat',
          stale && 'stale',
        )}
      >
        {value}
      </p>
      {facts && facts.length > 0 ? <StatFacts facts={facts} /> : null}
      {foot ? <p className="mt-4 text-meta text-muted tabular-nums">{foot}</p> : null}
    </Card>
  );
}

function StatFacts({ facts }: { facts: readonly StatFact[] }): ReactElement {
  return (
    <dl className="mt-4 grid @sm:grid-cols-3 grid-cols-1 gap-x-6 gap-y-2 border-hairline border-t pt-4">
      {facts.map((fact) => (
        <div key={fact.key} className="flex @sm:flex-col items-baseline justify-between gap-x-4">
          <dt className="text-body text-muted">{fact.label}</dt>
          <dd className="flex @sm:flex-row flex-col @sm:items-baseline items-end gap-x-2 font-medium text-section tabular-nums">
            {fact.value}
            {fact.hint ? <span className="font-normal text-meta text-muted">{fact.hint}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
