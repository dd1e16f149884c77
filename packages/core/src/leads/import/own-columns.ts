import type { ColumnMap } from '@lead-credits/lead-file';

/** What the failed-rows file adds to the original columns. When it comes back they are dropped, not kept as metadata. */
export const OWN_COLUMNS = ['Row number', 'Reason not uploaded'] as const;

const OWN = new Set<string>(OWN_COLUMNS);

/** The map without the columns that we wrote ourselves. */
export function withoutOwnColumns(map: ColumnMap): ColumnMap {
  return {
    ...map,
    columns: map.columns.map((column) => (isOwn(column) ? { ...column, index: -1 } : column)),
  };
}

function isOwn(column: ColumnMap['columns'][number]): boolean {
  return column.use.kind === 'metadata' && OWN.has(column.header);
}
