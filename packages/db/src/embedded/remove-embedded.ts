import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { openHome } from './home.ts';
import { tryLock } from './kernel-lock.ts';
import { endOrphan } from './orphan.ts';

/**
 * Deletes a DATA_DIR with its cluster, wherever that lies, stopping a Postgres whose owner was killed. Answers
 * false, and deletes nothing, while a living process owns it or before it was ever started. There is no way back.
 */
export async function removeEmbedded(dataDir: string): Promise<boolean> {
  if (!existsSync(dataDir)) return false;
  const home = await openHome(dataDir);
  if (!existsSync(home.lockFile)) return false;
  const lock = tryLock(home.lockFile);
  if (lock === undefined) return false;
  try {
    await endOrphan(home.clusterDir, () => undefined);
    if (home.clusterDir !== home.dataLink)
      await rm(dirname(home.clusterDir), { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
    return true;
  } finally {
    lock.release();
  }
}
