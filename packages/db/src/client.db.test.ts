import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CopyTransaction, type Database, openDatabase } from './client.ts';
import { withAdmin } from './testing/admin.ts';
import { createTestDatabase, type TestDatabase } from './testing/index.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase({ url: database.url, max: 2, maxCopy: 1 });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function backendOf(tx: CopyTransaction): Promise<number> {
  const [row] = await tx.run<{ pid: number }>({
    name: 'pid',
    text: 'select pg_backend_pid() as pid',
    values: [],
  });
  return row?.pid ?? 0;
}

const end = (pid: number): Promise<unknown> =>
  withAdmin(database.url, (sql) => sql`select pg_terminate_backend(${pid})`);

/** An 'error' that nobody hears would end this process, and the run with it. */
describe('a COPY transaction whose server ends', () => {
  it('fails while it waits, and the next one works', async () => {
    const doomed = db.beginCopy(async (tx) => {
      await end(await backendOf(tx));
      await sleep(100);
      await backendOf(tx);
    });
    await expect(doomed).rejects.toThrow();
    expect(await db.beginCopy(backendOf)).toBeGreaterThan(0);
  });

  it('fails in the middle of its rows, and the next one works', async () => {
    const doomed = db.beginCopy(async (tx) => {
      const pid = await backendOf(tx);
      await tx.run({ name: 'stage', text: 'create temp table stage (n int)', values: [] });
      async function* rows(): AsyncGenerator<string> {
        yield '1\n';
        await end(pid);
        for (let row = 0; row < 1_000; row += 1) {
          await sleep(1);
          yield '2\n';
        }
      }
      await pipeline(Readable.from(rows()), tx.copyIn('copy stage from stdin'));
    });
    await expect(doomed).rejects.toThrow();
    expect(await db.beginCopy(backendOf)).toBeGreaterThan(0);
  });
});

describe('a database that is away', () => {
  it('is told to every caller soon: nobody waits for an attempt to connect that is half a minute off', async () => {
    const away = new URL(database.url);
    // The port of discard: nobody listens.
    away.host = '127.0.0.1:9';
    const pool = openDatabase({ url: away.href, max: 8, maxCopy: 1 });
    const ask = (): Promise<unknown> => pool.run({ name: 'one', text: 'select 1 as one', values: [] });
    const startedAt = performance.now();
    const answers = await Promise.allSettled(Array.from({ length: 40 }, ask));
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await pool.close();
  });
});
