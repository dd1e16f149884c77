import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSpool } from './spool.ts';

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
