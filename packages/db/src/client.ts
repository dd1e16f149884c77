import type { Writable } from 'node:stream';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import postgres from 'postgres';
import { whenAccepting } from './accepting.ts';
import { type Runner, type Statement, toDriver, trustRows } from './statement.ts';

export type Orm = PostgresJsDatabase;

/** Outside a transaction each statement commits by itself. */
export type Database = Runner & {
  readonly kind: 'database';
  readonly orm: Orm;
  begin<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  beginCopy<T>(work: (tx: CopyTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type Transaction = Runner & { readonly kind: 'transaction'; readonly orm: Orm };

/** A transaction on the driver that survives a COPY error (postgres.js 3.4.9 hangs on one). No Drizzle here. */
export type CopyTransaction = Runner & { readonly kind: 'copy'; copyIn(text: string): Writable };

export type DatabaseOptions = {
  url: string;
  /** Connections for requests, and for COPY. */
  max?: number;
  maxCopy?: number;
  /** Sees the text of every statement: the tenancy test reads them. */
  onQuery?: (text: string) => void;
};

/** The role every pooled connection starts with; the owner only migrates. */
export const APP_ROLE = 'app';
const STATEMENT_TIMEOUT_MS = 120_000;
/**
 * Between two attempts to connect. postgres.js counts the failures of all its connections together and waits up to 20 s:
 * of 40 calls to a Postgres that was away the last was told after 63 s, with this after 2 s.
 */
const LONGEST_BACKOFF_SECONDS = 0.5;

/** bigint as a number: the contract caps credits and paise below 2^53. */
const INT8 = { to: 20, from: [20], parse: Number, serialize: String };

/** Said in so many words where nothing is to be done. */
function ignore(): undefined {
  return undefined;
}

type PostgresJs = postgres.Sql<{ bigint: number }>;

/** Drizzle keeps postgres.js' client on its session, untyped; inside a transaction it is the transaction's own. */
function clientOf(orm: Orm): PostgresJs {
  const { session } = orm._ as unknown as { session: { client: PostgresJs } };
  return session.client;
}

/** postgres.js has no name for what it takes as a value; `SqlValue` allows nothing else. */
function trustValues(values: unknown[]): postgres.ParameterOrJSON<never>[] {
  return values as postgres.ParameterOrJSON<never>[];
}

function postgresRunner(client: PostgresJs): Runner {
  return {
    async run<Row>(statement: Statement<Row>): Promise<Row[]> {
      const values = trustValues(statement.values.map(toDriver));
      return trustRows<Row>(await client.unsafe(statement.text, values, { prepare: true }));
    },
  };
}

function copyTransaction(client: pg.PoolClient, onQuery?: (text: string) => void): CopyTransaction {
  return {
    kind: 'copy',
    async run<Row>({ name, text, values }: Statement<Row>): Promise<Row[]> {
      onQuery?.(text);
      return trustRows<Row>((await client.query({ name, text, values: values.map(toDriver) })).rows);
    },
    copyIn: (text) => client.query(copyFrom(text)),
  };
}

async function runCopy<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await whenAccepting(() => pool.connect());
  // The pool listens to idle clients only. A Postgres that ends now is also an 'error' of the client, which would end
  // this process; the statement under way rejects by itself.
  client.on('error', ignore);
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    // A connection that cannot roll back is thrown away, never handed to the next import.
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
    // One that is thrown away may still have something to say.
    if (!broken) client.off('error', ignore);
  }
}

/** Opens the pools. Every connection runs as role `app`, in UTC, with a statement time-out. */
export function openDatabase(options: DatabaseOptions): Database {
  const { url, max = 16, maxCopy = 4, onQuery } = options;
  const client: PostgresJs = postgres(url, {
    max,
    types: { bigint: INT8 },
    onnotice: ignore,
    backoff: (failures) => Math.min(failures * 0.05, LONGEST_BACKOFF_SECONDS),
    connection: { role: APP_ROLE, TimeZone: 'UTC', statement_timeout: STATEMENT_TIMEOUT_MS },
    ...(onQuery ? { debug: (_connection: number, text: string) => onQuery(text) } : {}),
  });
  const orm = drizzle(client);
  const runner = postgresRunner(client);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxCopy,
    options: `-c role=${APP_ROLE} -c TimeZone=UTC`,
    types: {
      getTypeParser: (oid: number) =>
        oid === 20 ? Number : oid === 1184 ? String : pg.types.getTypeParser(oid),
    },
  });
  // An idle connection may be cut at any time (a restarted Postgres); the next checkout simply opens another.
  pool.on('error', ignore);
  return {
    kind: 'database',
    orm,
    run: (statement) => whenAccepting(() => runner.run(statement)),
    // Postgres refuses connections, never a transaction that has begun: only `begin` is done again.
    begin: (work) =>
      whenAccepting(() =>
        orm.transaction((tx) => work({ kind: 'transaction', orm: tx, ...postgresRunner(clientOf(tx)) })),
      ),
    beginCopy: (work) => runCopy(pool, (connection) => work(copyTransaction(connection, onQuery))),
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), pool.end()]);
    },
  };
}
