import { blobBytes } from './blob-bytes.ts';
import { countLeadRows, isLeadRow, type RowCount } from './count-rows.ts';
import { type LeadFile, openLeadFile } from './decode.ts';
import { inspectBytes } from './inspect-bytes.ts';
import { LeadFileError } from './lead-file-error.ts';
import { type ColumnMap, type MapResult, mapColumns } from './map-columns.ts';
import type { LeadProcess } from './process.ts';

export type FileRows = RowCount & {
  header: readonly string[];
  /** Which columns were recognised and which are missing: shown before anything is sent. */
  mapping: MapResult;
  /** False: projected from the beginning of a large file, to be shown as "about". */
  isExact: boolean;
};

/** Up to this size a file is read whole (well under a second); beyond it the beginning is projected. */
const EXACT_BYTES = 24 * 1024 * 1024;
const PROJECTED_BYTES = 4 * 1024 * 1024;

/**
 * Counts the lead rows of a file in the browser before it is sent, by the rules of the server. Reads no more than it needs
 * and keeps nothing. Throws LeadFileError as the server would answer. Only the server's count is binding.
 */
export async function countFileRows(
  file: Blob,
  process: LeadProcess,
  exactBytes: number = EXACT_BYTES,
): Promise<FileRows> {
  const isExact = file.size <= exactBytes;
  const open = (): AsyncGenerator<Uint8Array> => blobBytes(file);
  const inspection = await inspectBytes(blobBytes(isExact ? file : file.slice(0, PROJECTED_BYTES)));
  const leadFile = await openLeadFile(open, { process, inspection });
  const mapping = mapColumns(leadFile.header, process);
  const count = isExact ? countLeadRows(leadFile, mapping.map) : project(file, leadFile, mapping.map);
  return { header: leadFile.header, mapping, ...(await orNone(count, mapping)), isExact };
}

/** A file without a known column has no lead rows either; what the server says first is that the column is missing. */
async function orNone(count: Promise<RowCount>, mapping: MapResult): Promise<RowCount> {
  try {
    return await count;
  } catch (error) {
    if (mapping.ok || !(error instanceof LeadFileError) || error.reason !== 'no_rows') throw error;
    return { rows: 0, skipped: 0 };
  }
}

/** Rows of the beginning, times how often the beginning fits into the file. */
async function project(file: Blob, leadFile: LeadFile, map: ColumnMap): Promise<RowCount> {
  const { lines } = leadFile.inspection;
  let rows = 0;
  let skipped = 0;
  reading: for await (const batch of leadFile.rows()) {
    for (const row of batch) {
      if (row.line >= lines) break reading;
      if (isLeadRow(row, map)) rows++;
      else skipped++;
    }
  }
  const factor = file.size / Math.min(file.size, PROJECTED_BYTES);
  return { rows: Math.round(rows * factor), skipped: Math.round(skipped * factor) };
}
