import { type EmbeddedPostgres, startEmbedded } from '../../packages/db/src/embedded/index.ts';
import { limits } from './limits.ts';
import { restartDelayMs } from './restart-policy.ts';
import { StartRefused } from './start-refused.ts';
import type { Teardown } from './teardown.ts';

/** The Postgres of this start. */
export interface Database {
  /** As its owner; changes when an embedded one had to come back on another port. */
  url(): string;
  /** Rejects when the embedded one has ended too often; never resolves. */
  readonly givenUp: Promise<never>;
}

/** A Postgres that somebody else runs. */
export function givenDatabase(url: string): Database {
  return { url: () => url, givenUp: new Promise(() => undefined) };
}

/**
 * Starts the embedded Postgres of `dataDir`, and again whenever it ends by itself (`onMoved` is told when it has
 * another url then). The teardown stops it.
 */
export async function embeddedDatabase(
  dataDir: string,
  teardown: Teardown,
  log: (line: string) => void,
  onMoved: () => void,
): Promise<Database> {
  const start = (): Promise<EmbeddedPostgres> => startEmbedded({ dataDir, log });
  let starting = start();
  // Once, before it is up: a stop in the meantime waits for it. And not again for each restart, because what is added
  // last is stopped first, and the server still needs it then.
  teardown.add(async () => (await starting.catch(() => undefined))?.stop());
  let current = await starting;
  const keep = async (): Promise<never> => {
    const endsAt: number[] = [];
    for (;;) {
      await current.ended;
      if (teardown.isRunning) return new Promise(() => undefined);
      const now = Date.now();
      endsAt.push(now);
      const rule = { delaysMs: limits.restartDelaysMs, windowMs: limits.restartWindowMs };
      if (restartDelayMs(rule, endsAt, now) === undefined) {
        throw new StartRefused(
          `Postgres has ended ${endsAt.length} times; its log is in ${dataDir}/postgres.`,
        );
      }
      log('Postgres has ended by itself; starting it again');
      const before = current.ownerUrl;
      starting = start();
      current = await starting;
      if (current.ownerUrl !== before) onMoved();
    }
  };
  const givenUp = keep();
  givenUp.catch(() => undefined);
  return { url: () => current.ownerUrl, givenUp };
}
