import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
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
