import type { ImportItem } from '../../api-types.ts';

/** True while rows may still come in. */
export function isRunning({ status }: Pick<ImportItem, 'status'>): boolean {
  return status === 'processing' || status === 'receiving';
}
