import type { ReactElement, ReactNode } from 'react';
import { cn } from '../cn.ts';
import { Skeleton } from '../skeleton.tsx';
import { ReloadBar, TableError } from './table-message.tsx';
import { SKELETON_ROWS } from './table-rows.tsx';
import type { TableProps } from './types.ts';

/** The phone's form of a table: a list of entries of three lines. */
export function TableCards<Row>(
  props: TableProps<Row> & { renderCard: (row: Row) => ReactNode },
): ReactElement {
  const { label, rows, rowKey, renderCard, detail, state = { kind: 'ready' } } = props;
  if (state.kind === 'empty') return <div className="border-hairline border-y">{state.content}</div>;
  if (state.kind === 'error') return <TableError state={state} />;
  const loading = state.kind === 'loading';
  const reloading = state.kind === 'reloading';
  return (
    <div className="relative" aria-busy={loading || reloading || undefined}>
      {reloading ? <ReloadBar /> : null}
      <ul aria-label={label} className={cn('border-hairline border-t', reloading && 'stale')}>
        {loading
          ? Array.from({ length: SKELETON_ROWS }, (_, line) => (
              <li key={line} className="flex h-22 flex-col justify-center gap-3 border-hairline border-b">
                <Skeleton width="75%" />
                <Skeleton width="60%" />
                <Skeleton width="40%" />
              </li>
            ))
          : rows.map((row) => (
              <li key={rowKey(row)} className="relative border-hairline border-b py-3">
                {renderCard(row)}
                {detail?.(row) ?? null}
              </li>
            ))}
      </ul>
    </div>
  );
}

export type TableCardProps = {
  /** Line 1, left: the row's name and link (`<TextLink variant="row">`). */
  title: ReactNode;
  /** Line 1, right: the amount or count. */
  value?: ReactNode;
  /** Line 2, left: status. */
  status?: ReactNode;
  /** Line 2, right: date. */
  date?: ReactNode;
  /** Line 3: the rest, small. */
  meta?: ReactNode;
  /** Buttons below, 44 high. */
  actions?: ReactNode;
};

/** Three lines: name and amount, status and date, the rest. */
export function TableCard({ title, value, status, date, meta, actions }: TableCardProps): ReactElement {
  return (
    <div className="flex flex-col gap-1">
      <div className="flex min-h-6 items-baseline justify-between gap-4">
        <div className="min-w-0 break-words font-medium">{title}</div>
        {value ? <div className="shrink-0 font-medium tabular-nums">{value}</div> : null}
      </div>
      {status || date ? (
        <div className="flex min-h-5 items-center justify-between gap-4">
          <div className="flex min-w-0 items-center gap-2">{status}</div>
          {date ? <div className="shrink-0 text-dense text-muted tabular-nums">{date}</div> : null}
        </div>
      ) : null}
      {meta ? <div className="min-w-0 break-words text-meta text-muted">{meta}</div> : null}
      {actions ? <div className="flex flex-wrap gap-2 pt-1">{actions}</div> : null}
    </div>
  );
}
