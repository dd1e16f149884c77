import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Spool } from '@lead-credits/core';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Uploaded bytes in a folder. Written beside their place, flushed to the disk and renamed, so that what `read` finds
 * is whole also after a power loss. Ids are UUIDs and nothing else: no path comes from outside.
 */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const pathOf = (id: string): string => {
    if (!UUID.test(id)) throw new Error('a spool id is a UUID');
    return join(folder, id);
  };
  return {
    write: async (id, bytes) => {
      const path = pathOf(id);
      try {
        await writeDurably(`${path}.part`, bytes);
        await rename(`${path}.part`, path);
        await flushFolder(folder);
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        throw error;
      }
    },
    read: async (id) => {
      const path = pathOf(id);
      const found = await stat(path).catch(() => undefined);
      return found && createReadStream(path);
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** Longer than an upload may take: what is older and unknown was left behind by a process that was killed. */
const ABANDONED_MS = 24 * 3_600_000;

/**
 * Removes what a killed process left in the folder: files a day old that `needed` does not name. They hold people's
 * phones, and nothing else would ever remove them. Gives how many there were.
 */
export async function sweepSpool(
  folder: string,
  needed: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
  now: Date,
): Promise<number> {
  const old: string[] = [];
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found && found.mtimeMs < now.getTime() - ABANDONED_MS) old.push(name);
  }
  const kept = await needed(old.filter((name) => UUID.test(name)));
  const abandoned = old.filter((name) => !kept.has(name) && UUID.test(name.replace(/\.part$/, '')));
  await Promise.all(abandoned.map((name) => rm(join(folder, name), { force: true })));
  return abandoned.length;
}

async function writeDurably(path: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    for await (const part of bytes) await file.appendFile(part);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The new name is durable only when its folder is. Windows cannot open a folder; there NTFS journals the rename. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
