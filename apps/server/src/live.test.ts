import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createLive, type Live } from './live.ts';
import { createLog } from './log.ts';

const INTERVAL_MS = 10;

/** Balances in memory: only how they are watched is under test. */
function ledger(): { seqs: Map<string, number>; reads: string[][]; fail: { next: number }; live: Live } {
  const seqs = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  const reads: string[][] = [];
  const fail = { next: 0 };
  const live = createLive(
    async (ids) => {
      reads.push([...ids]);
      if (fail.next-- > 0) throw new Error('restarting');
      return new Map([...seqs].filter(([id]) => ids.includes(id)));
    },
    INTERVAL_MS,
    createLog('silent'),
  );
  return { seqs, reads, fail, live };
}

async function next(changes: AsyncGenerator<number, void>): Promise<number | undefined> {
  const answer = await changes.next();
  return answer.done ? undefined : answer.value;
}

describe('live changes', () => {
  it('tells the number at once and again at each change', async () => {
    const { seqs, live } = ledger();
    const stop = new AbortController();
    const changes = live.changes('a', stop.signal);
    expect(await next(changes)).toBe(1);
    seqs.set('a', 2);
    expect(await next(changes)).toBe(2);
    stop.abort();
    expect(await next(changes)).toBeUndefined();
  });

  it('tells a late watcher at once, while others are watching', async () => {
    const { live } = ledger();
    const stop = new AbortController();
    await next(live.changes('a', stop.signal));
    const startedAt = performance.now();
    expect(await next(live.changes('b', stop.signal))).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(INTERVAL_MS);
    stop.abort();
  });

  it('says nothing about other accounts', async () => {
    const { seqs, live } = ledger();
    const stop = new AbortController();
    const changes = live.changes('a', stop.signal);
    await next(changes);
    seqs.set('b', 9);
    const silent = await Promise.race([next(changes), sleep(5 * INTERVAL_MS, 'silence')]);
    expect(silent).toBe('silence');
    stop.abort();
  });

  it('gives a slow watcher the newest number, not each', async () => {
    const { seqs, live } = ledger();
    const stop = new AbortController();
    const changes = live.changes('a', stop.signal);
    await next(changes);
    for (const seq of [2, 3, 4]) {
      seqs.set('a', seq);
      await sleep(3 * INTERVAL_MS);
    }
    expect(await next(changes)).toBe(4);
    stop.abort();
  });

  it('reads every watched account in one statement, and nothing when nobody watches', async () => {
    const { reads, live } = ledger();
    const stop = new AbortController();
    const watchers = ['a', 'a', 'b'].map((id) => live.changes(id, stop.signal));
    await Promise.all(watchers.map(next));
    await sleep(3 * INTERVAL_MS);
    expect(reads.at(-1)?.sort()).toEqual(['a', 'b']);
    const waiting = watchers.map(next);
    stop.abort();
    await Promise.all(waiting);
    expect(live.watched()).toBe(0);
    await sleep(2 * INTERVAL_MS);
    const readsWhenStopped = reads.length;
    await sleep(5 * INTERVAL_MS);
    expect(reads).toHaveLength(readsWhenStopped);
  });

  it('goes on after the database was away', async () => {
    const { seqs, fail, live } = ledger();
    const stop = new AbortController();
    const changes = live.changes('a', stop.signal);
    await next(changes);
    fail.next = 2;
    seqs.set('a', 5);
    expect(await next(changes)).toBe(5);
    stop.abort();
  });

  it('forgets a watcher that just goes away', async () => {
    const { live } = ledger();
    const changes = live.changes('a', new AbortController().signal);
    await next(changes);
    await changes.return();
    expect(live.watched()).toBe(0);
  });
});
