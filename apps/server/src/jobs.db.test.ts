import { type Database, openDatabase } from '@lead-credits/db';
import { createTestDatabase, type TestDatabase } from '@lead-credits/db/testing';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoss, jobsOf, migrateJobs } from './jobs.ts';
import { createLog } from './log.ts';

let test: TestDatabase;
let db: Database;
let boss: PgBoss;

beforeAll(async () => {
  test = await createTestDatabase();
  await migrateJobs(test.url);
  db = openDatabase({ url: test.url, max: 2, maxCopy: 1 });
  boss = createBoss(test.url, false, createLog('silent'));
  await boss.start();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.close();
  await test.drop();
});

async function waiting(eventId: string): Promise<number> {
  const rows = await db.run({
    name: 'test-jobs',
    text: "select id from pgboss.job where name = 'apply-webhook' and data->>'eventId' = $1",
    values: [eventId],
  });
  return rows.length;
}

describe('the job queue', () => {
  it('holds a job once its transaction is committed', async () => {
    await db.begin(async (tx) => {
      await jobsOf(boss).enqueue(tx, { name: 'apply-webhook', eventId: 'committed' });
      expect(await waiting('committed')).toBe(0);
    });
    expect(await waiting('committed')).toBe(1);
  });

  it('holds nothing when the transaction is rolled back', async () => {
    const work = db.begin(async (tx) => {
      await jobsOf(boss).enqueue(tx, { name: 'apply-webhook', eventId: 'rolled-back' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await waiting('rolled-back')).toBe(0);
  });

  it('takes every kind of job that core can send', async () => {
    const jobs = jobsOf(boss);
    await jobs.enqueue(db, { name: 'run-import', importId: 'i', projectId: 'p' });
    await jobs.enqueue(db, { name: 'deliver-document', documentId: 'd', projectId: 'p' });
    const rows = await db.run<{ name: string; data: unknown }>({
      name: 'test-kinds',
      text: "select name, data from pgboss.job where name in ('run-import', 'deliver-document') order by name",
      values: [],
    });
    expect(rows).toEqual([
      { name: 'deliver-document', data: { documentId: 'd', projectId: 'p' } },
      { name: 'run-import', data: { importId: 'i', projectId: 'p' } },
    ]);
  });

  it('puts aside what failed every try', async () => {
    await boss.send('run-import', { importId: 'poison' }, { retryLimit: 0 });
    for (;;) {
      const [job] = await boss.fetch<{ importId: string }>('run-import');
      if (!job) throw new Error('the job that was just sent');
      await boss.fail('run-import', job.id, { name: 'test' });
      if (job.data.importId === 'poison') break;
    }
    const dead = await boss.fetch<{ importId: string }>('dead-letter');
    expect(dead.map(({ data }) => data.importId)).toContain('poison');
  });

  it('is brought up to date again without harm', async () => {
    const before = await waiting('committed');
    await migrateJobs(test.url);
    expect(await waiting('committed')).toBe(before);
  });

  it('cannot be changed in its form by the application', async () => {
    const attempt = db.run({ name: 'test-ddl', text: 'drop table pgboss.job', values: [] });
    await expect(attempt).rejects.toThrow(/must be owner/);
  });
});
