import { type ReactElement, useRef } from 'react';
import { cn } from '../cn.ts';
import { usePhone } from '../use-media.ts';
import { TableCards } from './table-cards.tsx';
import { TableHead } from './table-head.tsx';
import { ReloadBar, TableError } from './table-message.tsx';
import { TableRows, TableSkeletonRows } from './table-rows.tsx';
import type { TableProps } from './types.ts';
import { useScrollEdges } from './use-scroll-edges.ts';

/**
 * Rows of facts with every state of them: first load, reload, nothing, error. Below 640 px it is a list when
 * `renderCard` is given. Sorting, filtering and paging are the page's: this draws what it is given.
 */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const phone = usePhone();
  const { renderCard } = props;
  return phone && renderCard ? <TableCards {...props} renderCard={renderCard} /> : <TableGrid {...props} />;
}

function TableGrid<Row>(props: TableProps<Row>): ReactElement {
  const { label, columns, selection, density = 'default', minWidth = 560, bleed = true } = props;
  const state = props.state ?? { kind: 'ready' };
  const boxRef = useRef<HTMLElement>(null);
  const edges = useScrollEdges(boxRef);
  const span = columns.length + (selection ? 1 : 0);
  const busy = state.kind === 'loading' || state.kind === 'reloading';
  return (
    <div className={cn('@container/table relative', bleed && '-mx-4')}>
      {state.kind === 'reloading' ? <ReloadBar /> : null}
      <section
        ref={boxRef}
        aria-label={label}
        tabIndex={edges.scrolls ? 0 : undefined}
        className={cn('relative min-w-0', edges.scrolls ? 'overflow-x-auto' : 'overflow-x-clip')}
      >
        <table
          aria-label={label}
          aria-busy={busy || undefined}
          style={{ minWidth }}
          className={cn(
            'w-full table-fixed border-separate border-spacing-0',
            density === 'dense' ? 'text-dense' : 'text-body',
          )}
        >
          <TableHead {...props} edges={edges} />
          <tbody className={cn(state.kind === 'reloading' && 'stale')}>
            {state.kind === 'ready' || state.kind === 'reloading'
              ? TableRows({ ...props, density, edges })
              : null}
            {state.kind === 'loading' ? TableSkeletonRows({ columns, selection, density, edges }) : null}
            {state.kind === 'empty' || state.kind === 'error' ? (
              <tr>
                <td colSpan={span} className="border-hairline border-b">
                  {state.kind === 'empty' ? state.content : <TableError state={state} />}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </section>
    </div>
  );
}
