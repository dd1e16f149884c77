import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
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

describe('a database that was away', () => {
  it('is used again within two seconds of its return, however many calls have failed meanwhile', async () => {
    const door = createDoor(new URL(database.url));
    const port = await door.open(0);
    const away = new URL(database.url);
    away.host = `127.0.0.1:${port}`;
    const pool = openDatabase({ url: away.href, max: 8, maxCopy: 1 });
    const ask = (): Promise<unknown> => pool.run({ name: 'one', text: 'select 1 as one', values: [] });
    await Promise.all(Array.from({ length: 8 }, ask));
    await door.close();
    const failed = Promise.allSettled(Array.from({ length: 40 }, ask));
    await sleep(2_500);
    await door.open(port);
    const returnedAt = performance.now();
    await failed;
    await Promise.all(Array.from({ length: 40 }, ask));
    expect(performance.now() - returnedAt).toBeLessThan(2_000);
    console.log('before close', performance.now() - returnedAt);
    await pool.close();
    console.log('after close', performance.now() - returnedAt);
    await door.close();
  });
});

/** A port in front of Postgres that can be closed, with everybody who came through it. */
function createDoor(to: URL): { open(port: number): Promise<number>; close(): Promise<void> } {
  let server: Server | undefined;
  const sockets = new Set<Socket>();
  return {
    open: async (port) => {
      server = createServer((incoming) => {
        const outgoing = connect(Number(to.port), to.hostname);
        for (const socket of [incoming, outgoing]) {
          sockets.add(socket);
          socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
        }
        incoming.pipe(outgoing).pipe(incoming);
      });
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address ? address.port : port;
    },
    close: async () => {
      const closed = server && once(server, 'close');
      server?.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
