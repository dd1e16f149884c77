import { setTimeout as sleep } from 'node:timers/promises';
import { databaseError } from './database-error.ts';

/** cannot_connect_now: Postgres starts, recovers or stops. */
const NOT_ACCEPTING = '57P03';
/** A crashed Postgres accepts again within a second (0.3–0.9 s here); a page waits that long without noticing. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = 100;

/**
 * Does `work` again while Postgres answers that it accepts no connections, for up to 3 s: it was refused before any of
 * it began, so it cannot be done twice. Also heals a fault of postgres.js 3.4.9, which keeps that answer for the first
 * call on the next connection, however much later. `work` must begin with its first statement.
 */
export async function whenAccepting<T>(work: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + PATIENCE_MS; ; ) {
    try {
      return await work();
    } catch (error) {
      if (databaseError(error)?.code !== NOT_ACCEPTING || performance.now() > until) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
