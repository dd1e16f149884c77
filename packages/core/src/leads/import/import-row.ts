import type { ImportItem, ImportStatus } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import { parsedJson } from '../stored-json.ts';

export type StoredImport = {
  id: string;
  project_id: string;
  process_id: string;
  process_name: string;
  status: ImportStatus;
  file_name: string;
  initialize: boolean;
  rows: number;
  rows_read: number;
  accepted: number;
  failed: number;
  duplicates: number;
  credits_reserved: number;
  credits_consumed: number;
  credits_released: number;
  error_code: string | null;
  error_details: Record<string, unknown> | string | null;
  uploader_name: string;
  created_at: string;
  starts_at: string | null;
  finished_at: string | null;
  header: string[];
};

/** The columns an import is shown with; `i` is the import, `p` its process. */
export const IMPORT_COLUMNS = `i.id, i.project_id, i.process_id, p.name as process_name, i.status, i.file_name, i.initialize,
  i.rows, i.rows_read, i.accepted, i.failed, i.duplicates, i.credits_reserved, i.credits_consumed, i.credits_released,
  i.error_code, i.error_details, i.uploader_name, i.created_at, i.starts_at, i.finished_at, i.header`;
export const IMPORT_JOIN = 'join app.process p on p.id = i.process_id';

/** An import as pages and programs see it. */
export function toImportItem(row: StoredImport): ImportItem {
  return {
    id: row.id,
    status: row.status,
    fileName: row.file_name,
    rows: row.rows,
    accepted: row.accepted,
    failed: row.failed,
    duplicates: row.duplicates,
    creditsReserved: row.credits_reserved,
    creditsConsumed: row.credits_consumed,
    creditsReleased: row.credits_released,
    createdAt: toDate(row.created_at),
    finishedAt: row.finished_at === null ? null : toDate(row.finished_at),
    processId: row.process_id,
    processName: row.process_name,
    initialize: row.initialize,
    uploadedBy: row.uploader_name,
    rowsRead: row.rows_read,
    startsAt: row.starts_at === null ? null : toDate(row.starts_at),
    error: row.error_code
      ? { code: row.error_code, details: parsedJson<Record<string, unknown>>(row.error_details ?? {}) }
      : null,
  };
}
