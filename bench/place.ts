import { chmod, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, migrate, openDatabase } from '@lead-credits/db';
import { removeEmbedded, startEmbedded } from '@lead-credits/db/embedded';
import postgres from 'postgres';

/** Where one benchmark runs: a migrated database of its own and a folder. */
export type Place = {
  url: string;
  /** As the application. */
  db: Database;
  /** As the owner: to empty tables, to read the log's position. */
  owner: postgres.Sql;
  folder: string;
  close(): Promise<void>;
};

export type Cluster = { openPlace(): Promise<Place>; close(): Promise<void> };

/** Most clients a benchmark has, and some to spare. */
const CONNECTIONS = 40;

/** The product's own embedded Postgres in a temporary folder, with fsync on. */
export async function openCluster(): Promise<Cluster> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lead-credits-bench-'));
  // Postgres runs as nobody under root: it must be able to pass through.
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({ dataDir, durable: true });
  let places = 0;
  return {
    openPlace: () => {
      places += 1;
      return openPlace(server.ownerUrl, `bench_${places}`, join(dataDir, `files-${places}`));
    },
    close: async () => {
      await server.stop();
      await removeEmbedded(dataDir);
    },
  };
}

async function openPlace(adminUrl: string, name: string, folder: string): Promise<Place> {
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await asOwner(adminUrl, (sql) => sql.unsafe(`create database ${name}`));
  await migrate(url.href);
  await mkdir(folder, { recursive: true });
  const owner = postgres(url.href, { max: 1, onnotice: () => undefined });
  const db = openDatabase({ url: url.href, max: CONNECTIONS, maxCopy: 2 });
  return {
    url: url.href,
    db,
    owner,
    folder,
    close: async () => {
      await Promise.all([owner.end(), db.close()]);
      await asOwner(adminUrl, (sql) => sql.unsafe(`drop database ${name} with (force)`));
    },
  };
}

async function asOwner(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}
