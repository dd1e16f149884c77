import type { AppError } from '../../app-error.ts';
import type { SendResult } from './send-file.ts';
import { readShortage, type ShortageDetails } from './shortage.ts';

/** Why an upload did not go in, by where the page says it. */
export type SendFailure =
  /** The Insufficient Lead Credits modal. */
  | { kind: 'shortage'; shortage: ShortageDetails }
  /** Something about the file: said at the file. */
  | { kind: 'file'; error: AppError }
  | { kind: 'changed' }
  /** Something else: a banner with Retry. */
  | { kind: 'error'; error: AppError }
  | { kind: 'dropped'; sentAll: boolean };

const ABOUT_THE_FILE: ReadonlySet<AppError['code']> = new Set([
  'FILE_TOO_LARGE',
  'UNSUPPORTED_FILE',
  'FILE_TOO_LARGE_UNPACKED',
  'FILE_UNREADABLE',
]);

/** Sorts what came of an upload; null for one that went in or was stopped by the person. */
export function sendFailure(result: SendResult): SendFailure | null {
  switch (result.kind) {
    case 'accepted':
    case 'stopped':
      return null;
    case 'changed':
      return { kind: 'changed' };
    case 'dropped':
      return { kind: 'dropped', sentAll: result.sentAll };
    case 'refused': {
      const { error } = result;
      const shortage = error.code === 'INSUFFICIENT_CREDITS' ? readShortage(error.details) : null;
      if (shortage) return { kind: 'shortage', shortage };
      return { kind: ABOUT_THE_FILE.has(error.code) ? 'file' : 'error', error };
    }
  }
}
