import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock } from '../../packages/db/src/embedded/index.ts';
import { StartRefused } from './start-refused.ts';

/** DATA_DIR, held by this start alone. */
export interface DataDirLock {
  release(): Promise<void>;
}

/**
 * Makes DATA_DIR and holds it until `release` or the end of this process, however it ends: the lock is the
 * operating system's (`start.lock`), so a dead start never leaves a stale one. `start.json` only says who holds it.
 * Throws StartRefused while another start does.
 */
export async function lockDataDir(dataDir: string, url: string): Promise<DataDirLock> {
  await makeDataDir(dataDir);
  const lock = tryLock(join(dataDir, 'start.lock'));
  const file = join(dataDir, 'start.json');
  if (lock === undefined) {
    const holder = describeHolder(await readFile(file, 'utf8').catch(() => ''));
    throw new StartRefused(
      `Lead Credits is already running on ${dataDir}${holder}: stop it, or set DATA_DIR to another folder.`,
    );
  }
  await writeFile(
    file,
    `${JSON.stringify({ pid: process.pid, url, startedAt: new Date().toISOString() })}\n`,
  );
  return {
    release: async () => {
      await rm(file, { force: true });
      lock.release();
    },
  };
}

/** Whether the last start on `dataDir` ended without its own doing: it left its name, and nobody has it any more. */
export async function wasKilled(dataDir: string): Promise<boolean> {
  const text = await readFile(join(dataDir, 'start.json'), 'utf8').catch(() => undefined);
  const pid = Number(/"pid":\s*(\d+)/.exec(text ?? '')?.[1] ?? 0);
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

/** " (process 4711, http://localhost:3000)", or nothing when the file does not say. */
export function describeHolder(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('url' in value)) return '';
    return ` (process ${value.pid}, ${value.url})`;
  } catch {
    return '';
  }
}

async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new StartRefused(
      `DATA_DIR ${dataDir} cannot be made (${code}): set DATA_DIR to a folder you can write to.`,
    );
  }
}
