import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
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

const one = { name: 'one', text: 'select 1 as one', values: [] };

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
    const ask = (): Promise<unknown> => pool.run(one);
    const startedAt = performance.now();
    const answers = await Promise.allSettled(Array.from({ length: 40 }, ask));
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(40);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    await pool.close();
  });
});

describe('a database that accepts no connections for a moment', () => {
  it('is waited for by calls and transactions, and none of them hears of it afterwards', async () => {
    const door = await openDoor(new URL(database.url));
    const pool = openDatabase({ url: door.url, max: 4, maxCopy: 1 });
    const ask = (): Promise<unknown> => pool.run(one);
    const slow = { name: 'slow', text: 'select pg_sleep(30)::text', values: [] };
    await Promise.all(Array.from({ length: 4 }, ask));
    const begun = Promise.allSettled(Array.from({ length: 4 }, () => pool.run(slow)));
    await sleep(100);
    door.refuse();
    expect((await begun).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));

    const waiting = Promise.all([ask(), ask(), pool.begin((tx) => tx.run(one)), pool.beginCopy(backendOf)]);
    await sleep(500);
    door.accept();
    await waiting;
    await Promise.all(Array.from({ length: 20 }, ask));
    await pool.close();
    await door.close();
  });
});

/** What Postgres says while it recovers: an ErrorResponse of severity FATAL. */
const NOT_YET = ((): Buffer => {
  const fields = 'SFATAL\0VFATAL\0C57P03\0Mthe database system is not yet accepting connections\0\0';
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(4 + fields.length, 1);
  return Buffer.concat([head, Buffer.from(fields)]);
})();

type Door = { url: string; refuse(): void; accept(): void; close(): Promise<void> };

/** A port in front of Postgres; while it refuses, it cuts everybody off and answers as a recovering Postgres does. */
async function openDoor(to: URL): Promise<Door> {
  let accepts = true;
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((incoming) => {
    keep(incoming);
    if (!accepts) {
      incoming.once('data', () => incoming.end(NOT_YET));
      return;
    }
    incoming.pipe(keep(connect(Number(to.port), to.hostname))).pipe(incoming);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = new URL(to);
  url.host = `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    refuse: () => {
      accepts = false;
      cut();
    },
    accept: () => {
      accepts = true;
    },
    close: async () => {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}
