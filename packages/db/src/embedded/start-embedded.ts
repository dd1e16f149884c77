import { chmod } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { locateBinaries } from './binaries.ts';
import { createCluster, hasCluster, resetPassword } from './cluster.ts';
import {
  type Connection,
  makePassword,
  OWNER_NAME,
  ownerUrlOf,
  readConnection,
  writeConnection,
} from './connection.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { connectionFileOf, type Home, openHome } from './home.ts';
import { tryLock } from './kernel-lock.ts';
import { limits } from './limits.ts';
import { endOrphan } from './orphan.ts';
import { type Postmaster, startPostmaster } from './postmaster.ts';
import { reachableBinaries } from './reachable-binaries.ts';

/** How to run the embedded Postgres of one DATA_DIR. */
export interface EmbeddedOptions {
  /** DATA_DIR; the cluster lies in `postgres/` below it. Created where missing. */
  dataDir: string;
  /** False: no fsync and no full-page writes, for databases that a power loss may take. Default true. */
  durable?: boolean;
  /** Told, in words, what is happening. Postgres' own log goes to `DATA_DIR/postgres/postgres.log`. */
  log?: (line: string) => void;
}

/** A running embedded Postgres. */
export interface EmbeddedPostgres {
  /** The product's database as its owner (a superuser of this cluster). */
  ownerUrl: string;
  /** True when another living process started it: then `stop` leaves it running, and `ended` tells nothing. */
  adopted: boolean;
  /** Resolves when the server has ended, by `stop` or by itself. */
  ended: Promise<void>;
  /** Stops the server and waits for its end; safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres of `dataDir`, making cluster and database on first use, and answers once it accepts
 * connections. One living process owns a cluster: a second caller is a guest of the first (`adopted`). What a
 * killed owner left running is stopped and started anew, so nobody inherits its sessions or its settings.
 * Throws EmbeddedPostgresError; runs no migration.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const home = await openHome(options.dataDir);
  for (const end = Date.now() + limits.guestTimeoutMs; Date.now() < end; ) {
    const lock = tryLock(home.lockFile);
    if (lock !== undefined) {
      try {
        return await startAsOwner(home, { durable: options.durable ?? true, log }, lock.release);
      } catch (error) {
        lock.release();
        throw error;
      }
    }
    const guest = await joinRunning(home);
    if (guest !== undefined) return guest;
    await sleep(100);
  }
  throw new EmbeddedPostgresError(
    'START_TIMED_OUT',
    `Another process holds ${home.dir} and its Postgres does not answer.`,
  );
}

/** The owner's url of the Postgres running in `dataDir`, for a program beside it; undefined when none answers. */
export async function readEmbeddedUrl(dataDir: string): Promise<string | undefined> {
  const connection = await readConnection(connectionFileOf(dataDir));
  if (connection === undefined) return undefined;
  return (await answers(connection)) ? ownerUrlOf(connection) : undefined;
}

async function startAsOwner(
  home: Home,
  options: { durable: boolean; log: (line: string) => void },
  release: () => void,
): Promise<EmbeddedPostgres> {
  await chmod(home.lockFile, 0o600);
  const binaries = await reachableBinaries(locateBinaries(), home.runAs);
  const known = await readConnection(home.connectionFile);
  const connection = known ?? { password: makePassword(), port: 0 };
  if (!(await hasCluster(home))) {
    options.log('creating the Postgres data directory');
    await createCluster(home, binaries, connection, options);
  } else if (known === undefined) {
    options.log('connection.json was lost: giving the owner a new password');
    await endOrphan(home.clusterDir, options.log);
    await resetPassword(home, binaries, connection);
  }
  const preferredPort = connection.port > 0 ? connection.port : undefined;
  const postmaster = await startPostmaster(home, binaries, { ...options, preferredPort });
  try {
    const current = { password: connection.password, port: postmaster.port };
    await createDatabase(current);
    await writeConnection(home.connectionFile, current);
    return asOwner(current, postmaster, release);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

function asOwner(connection: Connection, postmaster: Postmaster, release: () => void): EmbeddedPostgres {
  const ended = postmaster.ended.then(release);
  return {
    ownerUrl: ownerUrlOf(connection),
    adopted: false,
    ended,
    stop: async () => {
      await postmaster.stop();
      await ended;
    },
  };
}

async function joinRunning(home: Home): Promise<EmbeddedPostgres | undefined> {
  const connection = await readConnection(home.connectionFile);
  if (connection === undefined || !(await answers(connection))) return undefined;
  const never = new Promise<void>(() => undefined);
  return { ownerUrl: ownerUrlOf(connection), adopted: true, ended: never, stop: async () => undefined };
}

/** initdb makes `postgres`; the product has a database of its own. */
async function createDatabase(connection: Connection): Promise<void> {
  const sql = connect(ownerUrlOf(connection, 'postgres'));
  try {
    const found = await sql`select 1 from pg_database where datname = ${OWNER_NAME}`;
    if (found.length === 0) await sql`create database ${sql(OWNER_NAME)}`;
  } finally {
    await sql.end({ timeout: limits.connectTimeoutSeconds });
  }
}

async function answers(connection: Connection): Promise<boolean> {
  const sql = connect(ownerUrlOf(connection));
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: limits.connectTimeoutSeconds });
  }
}

function connect(url: string): postgres.Sql {
  return postgres(url, { max: 1, connect_timeout: limits.connectTimeoutSeconds, onnotice: () => undefined });
}
