import { setImmediate as tick } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createImportRunner } from './import-runner.ts';
import { createLog } from './log.ts';

const log = createLog('silent');

describe('the import runner', () => {
  it('runs three at once and the others in turn', async () => {
    const started: string[] = [];
    const gates = new Map<string, () => void>();
    const runner = createImportRunner((id) => {
      started.push(id);
      return new Promise((resolve) => gates.set(id, resolve));
    }, log);
    for (const id of ['a', 'b', 'c', 'd']) runner.start(id);
    expect(started).toEqual(['a', 'b', 'c']);
    gates.get('b')?.();
    await tick();
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    for (const open of gates.values()) open();
    await runner.idle();
  });

  it('runs one import once at a time, however often it is started', async () => {
    const started: string[] = [];
    const gates = new Map<string, () => void>();
    const runner = createImportRunner((id) => {
      started.push(id);
      return new Promise((resolve) => gates.set(id, resolve));
    }, log);
    for (const id of ['a', 'a', 'b', 'c', 'd', 'd']) runner.start(id);
    expect(started).toEqual(['a', 'b', 'c']);
    gates.get('a')?.();
    await tick();
    runner.start('a');
    expect(started).toEqual(['a', 'b', 'c', 'd']);
    gates.get('b')?.();
    await tick();
    expect(started).toEqual(['a', 'b', 'c', 'd', 'a']);
    for (const open of gates.values()) open();
    await runner.idle();
  });

  it('goes on after one has failed', async () => {
    const done: string[] = [];
    const runner = createImportRunner(async (id) => {
      if (id === 'bad') throw new Error('broken');
      done.push(id);
    }, log);
    for (const id of ['bad', 'good']) runner.start(id);
    await runner.idle();
    expect(done).toEqual(['good']);
  });
});
