import { useState } from 'react';
import type { ImportItem } from '../../api-types.ts';
import { type ImportPace, importPace, keepSamples, type Sample } from './import-rate.ts';

/** The pace of a running import, out of the answers that this page got about it. */
export function useImportPace(item: ImportItem, updatedAtMs: number): ImportPace | null {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  if (samples.at(-1)?.atMs !== updatedAtMs) {
    setSamples(keepSamples(samples, { atMs: updatedAtMs, rowsRead: item.rowsRead }));
  }
  return importPace(samples, item.rows, Date.parse(item.createdAt));
}
