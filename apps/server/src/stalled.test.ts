import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { endStalled } from './stalled.ts';

async function* slowly(pausesMs: readonly number[]): AsyncGenerator<Uint8Array> {
  for (const [index, pauseMs] of pausesMs.entries()) {
    await sleep(pauseMs);
    yield new Uint8Array([index]);
  }
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<number[]> {
  const all: number[] = [];
  for await (const part of bytes) all.push(...part);
  return all;
}

describe('an upload', () => {
  it('may be slow', async () => {
    expect(await collect(endStalled(slowly([5, 5, 5]), 200))).toEqual([0, 1, 2]);
  });

  it('may not stop without a word', async () => {
    const stalled = collect(endStalled(slowly([1, 10_000]), 20));
    await expect(stalled).rejects.toMatchObject({ code: 'FILE_UNREADABLE', details: { reason: 'stalled' } });
  });
});
