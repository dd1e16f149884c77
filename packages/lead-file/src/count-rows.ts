import { isBlank } from './clean-text.ts';
import type { RawRow } from './csv-parser.ts';
import type { LeadFile } from './decode.ts';
import { LeadFileError } from './lead-file-error.ts';
import type { ColumnMap } from './map-columns.ts';

export type RowCount = {
  /** Records with a value in a mapped column: the credits that the file requires. */
  rows: number;
  /** Records with values in other columns only (a total below the list, a pre-filled serial number): no leads, never charged. */
  skipped: number;
};

/** Whether a record is a lead row: it has a value in a lead field, a further phone or a variable of the process. */
export function isLeadRow(row: RawRow, map: ColumnMap): boolean {
  const { cells } = row;
  for (const index of map.mapped) {
    const cell = cells[index];
    if (cell !== undefined && !isBlank(cell)) return true;
  }
  return false;
}

/**
 * Decodes the whole file and counts its lead rows exactly. Throws FILE_UNREADABLE `no_rows` when there is none, and
 * whatever reading meets. Does not look into the cells: a row that will fail is counted.
 */
export async function countLeadRows(file: LeadFile, map: ColumnMap): Promise<RowCount> {
  let rows = 0;
  let skipped = 0;
  for await (const batch of file.rows()) {
    for (const row of batch) {
      if (isLeadRow(row, map)) rows++;
      else skipped++;
    }
  }
  if (rows === 0) throw new LeadFileError('FILE_UNREADABLE', 'no_rows');
  return { rows, skipped };
}
