import { mkdtemp, readdir, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSpool, sweepSpool } from './spool.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lead-credits-spool-'));
});

async function* bytesOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

async function* broken(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([1]);
  throw new Error('the sender went away');
}

async function textOf(bytes: AsyncIterable<Uint8Array> | undefined): Promise<string | undefined> {
  if (!bytes) return undefined;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of bytes) text += decoder.decode(part, { stream: true });
  return text;
}

describe('the spool', () => {
  it('gives back what was written, as often as wanted', async () => {
    const spool = await openSpool(folder);
    const id = v7();
    await spool.write(id, bytesOf('name,phone\n', 'Asha,98765 43210\n'));
    expect(await textOf(await spool.read(id))).toBe('name,phone\nAsha,98765 43210\n');
    expect(await textOf(await spool.read(id))).toBe('name,phone\nAsha,98765 43210\n');
  });

  it('leaves nothing behind when the sender goes away', async () => {
    const spool = await openSpool(folder);
    const id = v7();
    await expect(spool.write(id, broken())).rejects.toThrow('the sender went away');
    expect(await spool.read(id)).toBeUndefined();
    expect(await readdir(folder)).toEqual([]);
  });

  it('knows nothing of what was removed or never written', async () => {
    const spool = await openSpool(folder);
    const id = v7();
    await spool.write(id, bytesOf('x'));
    await spool.remove(id);
    await spool.remove(id);
    expect(await spool.read(id)).toBeUndefined();
  });

  it.each(['../etc/passwd', 'x', '', `${v7()}/..`, `${v7()}\0`])('refuses the id %j', async (id) => {
    const spool = await openSpool(folder);
    await expect(spool.write(id, bytesOf('x'))).rejects.toThrow('a spool id is a UUID');
    await expect(spool.read(id)).rejects.toThrow('a spool id is a UUID');
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('sweeping the spool', () => {
  it('removes old files that no import names, and nothing else', async () => {
    const now = new Date();
    const yesterday = new Date(now.getTime() - 25 * 3_600_000);
    const [needed, forgotten, fresh] = [v7(), v7(), v7()];
    const names = [needed, forgotten, `${v7()}.part`, fresh, 'not-ours.txt'];
    for (const name of names) {
      await writeFile(join(folder, name), 'x');
      if (name !== fresh) await utimes(join(folder, name), yesterday, yesterday);
    }
    const asked: string[] = [];
    const swept = await sweepSpool(
      folder,
      async (ids) => {
        asked.push(...ids);
        return new Set([needed]);
      },
      now,
    );
    expect(swept).toBe(2);
    expect(asked.sort()).toEqual([needed, forgotten].sort());
    expect((await readdir(folder)).sort()).toEqual([needed, fresh, 'not-ours.txt'].sort());
  });
});
