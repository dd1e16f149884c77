import type { CreditsOverview, ImportItem } from '../../api-types.ts';

/** The one thing to do next on a project, most pressing first. */
export type NextStep =
  | { kind: 'debt'; debt: number }
  | { kind: 'waiting'; fileName: string; shortage: number; importId: string }
  | { kind: 'running'; fileName: string; rowsRead: number; rows: number; importId: string }
  | { kind: 'exhausted' }
  | { kind: 'failedRows'; fileName: string; failed: number; importId: string }
  | { kind: 'low'; available: number; threshold: number }
  | { kind: 'ready' };

type Credits = Pick<CreditsOverview, 'available' | 'debt' | 'status' | 'lowThreshold'>;

/** Pure: from the balance and the newest imports, newest first. */
export function nextStep(credits: Credits, imports: readonly ImportItem[]): NextStep {
  const newest = imports[0];
  if (credits.debt > 0) return { kind: 'debt', debt: credits.debt };
  const waiting = newest?.status === 'blocked' ? newest : undefined;
  const shortage = waiting ? waiting.rows - credits.available : 0;
  if (waiting && shortage > 0) {
    return { kind: 'waiting', fileName: waiting.fileName, shortage, importId: waiting.id };
  }
  const running = imports.find(({ status }) => status === 'receiving' || status === 'processing');
  if (running) {
    const { fileName, rowsRead, rows, id } = running;
    return { kind: 'running', fileName, rowsRead, rows, importId: id };
  }
  if (credits.available === 0) return { kind: 'exhausted' };
  if (newest?.status === 'completed' && newest.failed > 0) {
    return { kind: 'failedRows', fileName: newest.fileName, failed: newest.failed, importId: newest.id };
  }
  if (credits.status === 'low' && credits.lowThreshold !== null) {
    return { kind: 'low', available: credits.available, threshold: credits.lowThreshold };
  }
  return { kind: 'ready' };
}
