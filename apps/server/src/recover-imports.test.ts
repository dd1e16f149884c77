import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';
import { recoverImports } from './recover-imports.ts';

const INTERVAL_MS = 5;

describe('the search for imports that nobody runs', () => {
  it('starts what it finds, goes on after a failure, and ends when it is stopped', async () => {
    const answers: (readonly string[] | Error)[] = [['a', 'b'], new Error('restarting'), [], ['c']];
    const started: string[] = [];
    let looks = 0;
    const stop = recoverImports(
      async () => {
        looks += 1;
        const answer = answers.shift() ?? [];
        if (answer instanceof Error) throw answer;
        return answer;
      },
      { start: (id) => void started.push(id), idle: () => Promise.resolve() },
      INTERVAL_MS,
      createLog('silent'),
    );
    while (started.length < 3) await sleep(INTERVAL_MS);
    expect(started).toEqual(['a', 'b', 'c']);
    stop();
    const then = looks;
    await sleep(5 * INTERVAL_MS);
    expect(looks).toBe(then);
  });

  it('does not look again while it is still looking', async () => {
    let looks = 0;
    const stop = recoverImports(
      () => {
        looks += 1;
        return new Promise(() => undefined);
      },
      { start: () => undefined, idle: () => Promise.resolve() },
      INTERVAL_MS,
      createLog('silent'),
    );
    await sleep(10 * INTERVAL_MS);
    stop();
    expect(looks).toBe(1);
  });
});
