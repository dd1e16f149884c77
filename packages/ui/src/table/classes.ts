import { cn } from '../cn.ts';
import type { TableColumn } from './types.ts';
import type { ScrollEdges } from './use-scroll-edges.ts';

export const rowHeightClass = { dense: 'h-9', default: 'h-10', tall: 'h-13' } as const;

export type Density = keyof typeof rowHeightClass;

/** Container queries: the table answers to its own width, not to the window's. */
const hideClass = {
  640: '@max-[640px]/table:hidden',
  768: '@max-[768px]/table:hidden',
  896: '@max-[896px]/table:hidden',
  1024: '@max-[1024px]/table:hidden',
} as const;

/** What head and body cells of one column share. */
export function cellClass<Row>(column: TableColumn<Row>, edges: ScrollEdges): string {
  return cn(
    'px-3 first:pl-4 last:pr-4',
    column.numeric ? 'text-right tabular-nums' : 'text-left',
    column.hideBelow && hideClass[column.hideBelow],
    edges.scrolls && column.sticky === 'start' && 'sticky left-0',
    // On a narrow table two fixed columns would leave nothing between them.
    edges.scrolls && column.sticky === 'end' && '@min-[640px]/table:sticky right-0',
    column.sticky === 'start' && !edges.atStart && 'shadow-[1px_0_0_var(--hairline)]',
    column.sticky === 'end' && !edges.atEnd && '@min-[640px]/table:shadow-[-1px_0_0_var(--hairline)]',
  );
}
