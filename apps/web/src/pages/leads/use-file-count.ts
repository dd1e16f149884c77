import { useQuery } from '@tanstack/react-query';
import type { ProcessItem, UploadLimits } from '../../api-types.ts';
import type { FileCount } from './count-file.ts';
import { countRows } from './count-rows.ts';
import type { ChosenFile } from './use-draft.ts';

export type CountState =
  | { kind: 'none' | 'counting' | 'unknown' | 'changed' }
  /** Larger than the server takes. */
  | { kind: 'too-large' }
  | FileCount;

/** Browsers name a file so that was changed, moved or deleted after it was chosen. */
const CHANGED = /NotReadableError|NotFoundError/;

/** Rows of the chosen file for this process, or why it cannot go in; read in the browser, again for each process. */
export function useFileCount(
  chosen: ChosenFile | null,
  process: ProcessItem | null,
  limits: UploadLimits,
): CountState {
  const isTooLarge = chosen !== null && chosen.file.size > limits.fileSizeBytes;
  const { data, error } = useQuery({
    queryKey: ['file-count', chosen?.key ?? '', process?.id ?? ''],
    queryFn: ({ signal }) => {
      if (!chosen) throw new Error('no file is chosen');
      return countRows(chosen.file, { variables: process?.variables ?? [] }, signal);
    },
    // Nothing of it needs the network.
    networkMode: 'always',
    enabled: chosen !== null && !isTooLarge,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
  });
  if (!chosen) return { kind: 'none' };
  if (isTooLarge) return { kind: 'too-large' };
  if (error) return { kind: CHANGED.test(`${error.name} ${error.message}`) ? 'changed' : 'unknown' };
  if (!data) return { kind: 'counting' };
  if (data.kind === 'counted' && data.isExact && data.rows > limits.rows) {
    return { kind: 'refused', reason: 'too_many_rows', details: { limit: limits.rows } };
  }
  return data;
}
