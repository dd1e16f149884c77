import type { Job, Jobs } from '@lead-credits/core';
import type { Runner, SqlValue } from '@lead-credits/db';
import { PgBoss } from 'pg-boss';
import type { Logger } from './log.ts';
import { SCHEDULES } from './schedules.ts';

const SCHEMA = 'pgboss';
/** Where jobs end that failed every try. Nothing works on it: staff look at it. */
const DEAD_LETTER = 'dead-letter';

type QueuePlan = { retryLimit: number; retryDelay: number; retryDelayMax: number; expireInSeconds: number };

/** Retried with growing pauses, the last ones half an hour apart: a provider that is down for a night is survived. */
const PATIENT: QueuePlan = { retryLimit: 30, retryDelay: 5, retryDelayMax: 1_800, expireInSeconds: 300 };

const QUEUES: Readonly<Record<Job['name'], QueuePlan>> = {
  'apply-webhook': PATIENT,
  /** Fenced by the import's `attempt`: a second worker does no harm, and the sweeper ends what nobody finishes. */
  'run-import': { retryLimit: 5, retryDelay: 2, retryDelayMax: 60, expireInSeconds: 3_600 },
  'deliver-document': PATIENT,
};

/**
 * pg-boss over its own small pool, in the role of the application; it makes and changes no schema. `hasWorker` decides
 * whether this process also keeps the clock and the order of the queues.
 */
export function createBoss(databaseUrl: string, hasWorker: boolean, log: Logger): PgBoss {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    options: '-c role=app -c TimeZone=UTC',
    application_name: 'lead-credits jobs',
    schema: SCHEMA,
    max: 4,
    migrate: false,
    createSchema: false,
    supervise: hasWorker,
    schedule: hasWorker,
    // Only the owner of an index may rebuild it; `migrate` is the only step that is the owner.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ err: error }, 'the job queue has a problem'));
  return boss;
}

/** Brings pg-boss' schema and our queues up to date, as the owner, and lets the application's role use them. */
export async function migrateJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    await ensureQueue(boss, DEAD_LETTER, { retryLimit: 0 });
    for (const [name, { retryLimit, retryDelay, retryDelayMax, expireInSeconds }] of Object.entries(QUEUES)) {
      await ensureQueue(boss, name, {
        retryLimit,
        retryDelay,
        retryDelayMax,
        retryBackoff: true,
        expireInSeconds,
        deadLetter: DEAD_LETTER,
      });
    }
    for (const { name } of SCHEDULES) {
      await ensureQueue(boss, name, { retryLimit: 0, expireInSeconds: 600, deleteAfterSeconds: 3_600 });
    }
    await boss.getDb().executeSql(GRANTS);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Queues of this build that the database has not: `migrate` was not run. */
export async function missingQueues(boss: PgBoss): Promise<string[]> {
  const wanted = [DEAD_LETTER, ...Object.keys(QUEUES), ...SCHEDULES.map(({ name }) => name)];
  const found = new Set((await boss.getQueues(wanted)).map(({ name }) => name));
  return wanted.filter((name) => !found.has(name));
}

const GRANTS = `grant usage on schema ${SCHEMA} to app;
  grant select, insert, update, delete on all tables in schema ${SCHEMA} to app;
  grant usage on all sequences in schema ${SCHEMA} to app;
  grant execute on all functions in schema ${SCHEMA} to app;`;

type QueueOptions = NonNullable<Parameters<PgBoss['createQueue']>[1]>;

async function ensureQueue(boss: PgBoss, name: string, options: QueueOptions): Promise<void> {
  if (await boss.getQueue(name)) await boss.updateQueue(name, options);
  else await boss.createQueue(name, options);
}

/** Core's port: the job is a row written in the caller's transaction, there after its commit and gone with its rollback. */
export function jobsOf(boss: PgBoss): Jobs {
  return {
    enqueue: async (db, { name, ...data }) => {
      await boss.send(name, data, { db: { executeSql: (text, values) => runFor(db, name, text, values) } });
    },
  };
}

/** pg-boss hands JSON text and simple values; one statement text per queue, so that it stays prepared. */
async function runFor(
  db: Runner,
  name: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  const rows = await db.run<unknown>({ name: `enqueue-${name}`, text, values: values.map(asSqlValue) });
  return { rows };
}

function asSqlValue(value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value;
  throw new Error('pg-boss sent a value of a kind it never sent before');
}
