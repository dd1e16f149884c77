import type { ImportDetail } from '../../api-types.ts';

type ImportRow = ImportDetail['rows'][number];

/** More columns than this make a row unreadable; the failed-rows file has them all. */
const MAX_SHOWN_COLUMNS = 8;

/** Whether a reason of the row is about this column. */
export function isAtFault(row: ImportRow, header: string): boolean {
  return header !== '' && row.reasons.some(({ column }) => column === header);
}

/**
 * Which columns of the file stand in the table of rows, left to right: all where they fit, else those that a reason is about
 * before the others.
 */
export function shownColumns(
  header: readonly string[],
  rows: readonly ImportRow[],
  limit: number = MAX_SHOWN_COLUMNS,
): number[] {
  const all = header.map((_, index) => index);
  if (all.length <= limit) return all;
  const named = new Set(rows.flatMap(({ reasons }) => reasons.map(({ column }) => column)));
  const isNamed = (index: number): boolean => header[index] !== '' && named.has(header[index] ?? '');
  const atFault = all.filter(isNamed);
  const others = all.filter((index) => !isNamed(index));
  return [...atFault, ...others].slice(0, limit).sort((left, right) => left - right);
}
