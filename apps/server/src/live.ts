import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './log.ts';

/** Tells watchers of an account when it changes. */
export type Live = {
  /** The entry number at once, and again at each change, until `signal` is aborted. */
  changes(accountId: string, signal: AbortSignal): AsyncGenerator<number, void>;
  /** Accounts being watched right now. */
  watched(): number;
};

type ReadSeqs = (accountIds: readonly string[]) => Promise<Map<string, number>>;

/** One open subscription: the newest number not yet handed out, and who waits for it. */
type Watcher = { last: number | undefined; next: number | undefined; wake: () => void };

/**
 * One reader for all watchers of this server: one statement every `intervalMs` over the watched accounts, none while
 * nobody watches. A watcher that is slow gets the newest number, not all of them. No NOTIFY: it would serialise the
 * commits of a hot account.
 */
export function createLive(readSeqs: ReadSeqs, intervalMs: number, log: Logger): Live {
  const byAccount = new Map<string, Set<Watcher>>();
  let isReading = false;

  const tell = (seqs: ReadonlyMap<string, number>): void => {
    for (const [accountId, seq] of seqs) {
      for (const watcher of byAccount.get(accountId) ?? []) {
        if (seq === watcher.last) continue;
        watcher.last = seq;
        watcher.next = seq;
        watcher.wake();
      }
    }
  };

  const readWhileWatched = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    while (byAccount.size > 0) {
      try {
        tell(await readSeqs([...byAccount.keys()]));
      } catch (error) {
        // The database may be restarting; pages keep their last number and the next round tries again.
        log.warn({ err: error }, 'the balances being watched could not be read');
      }
      await sleep(intervalMs);
    }
    isReading = false;
  };

  const add = (accountId: string): Watcher => {
    const watcher: Watcher = { last: undefined, next: undefined, wake: () => undefined };
    const watchers = byAccount.get(accountId) ?? new Set();
    byAccount.set(accountId, watchers.add(watcher));
    return watcher;
  };

  const remove = (accountId: string, watcher: Watcher): void => {
    const watchers = byAccount.get(accountId);
    watchers?.delete(watcher);
    if (watchers?.size === 0) byAccount.delete(accountId);
  };

  async function* changes(accountId: string, signal: AbortSignal): AsyncGenerator<number, void> {
    const watcher = add(accountId);
    const onAbort = (): void => watcher.wake();
    signal.addEventListener('abort', onAbort);
    try {
      // A running reader may just have begun to wait: the first number is read apart, the reader takes over.
      tell(await readSeqs([accountId]));
      void readWhileWatched();
      while (!signal.aborted) {
        if (watcher.next === undefined) {
          await new Promise<void>((resolve) => {
            watcher.wake = resolve;
          });
          continue;
        }
        const seq = watcher.next;
        watcher.next = undefined;
        yield seq;
      }
    } finally {
      signal.removeEventListener('abort', onAbort);
      remove(accountId, watcher);
    }
  }

  return { changes, watched: () => byAccount.size };
}
