import { countFileRows, LeadFileError, type LeadProcess } from '@lead-credits/lead-file';

/** Why a file cannot go in: a reason of the message catalogue with its details. */
export type FileRefusal = { reason: string; details: Readonly<Record<string, unknown>> };

export type FileCount =
  | { kind: 'counted'; rows: number; skipped: number; isExact: boolean }
  | ({ kind: 'refused' } & FileRefusal);

/**
 * What the server will say about a file, before it is sent: its lead rows, or why it cannot go in. Plain data, so that it
 * can cross from a worker. Loaded when the first file is chosen.
 */
export async function countFile(file: Blob, process: LeadProcess): Promise<FileCount> {
  try {
    const { rows, skipped, isExact, mapping, header } = await countFileRows(file, process);
    if (mapping.ok) return { kind: 'counted', rows, skipped, isExact };
    return { kind: 'refused', reason: 'missing_column', details: { missing: mapping.missing, header } };
  } catch (error) {
    if (!(error instanceof LeadFileError)) throw error;
    return { kind: 'refused', reason: error.reason, details: { ...error.details } };
  }
}
