import { setTimeout as sleep } from 'node:timers/promises';
import { type Ctx, people } from '@lead-credits/core';
import { createWorld, type TestWorld } from '@lead-credits/core/testing';
import type { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoss, jobsOf, migrateJobs } from './jobs.ts';
import { createLog } from './log.ts';
import { SCHEDULES } from './schedules.ts';
import { startWorker } from './worker.ts';

let world: TestWorld;
let boss: PgBoss;
const log = createLog('silent');

beforeAll(async () => {
  world = await createWorld();
  await migrateJobs(world.ownerUrl);
  boss = createBoss(world.ownerUrl, true, log);
  await boss.start();
  const ctxOf = (what: string, requestId: string): Ctx => ({
    ...world.ctx,
    actor: { kind: 'system', what },
    requestId,
  });
  await startWorker(boss, ctxOf, log);
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await world.close();
});

async function until<T>(read: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 200; tries += 1) {
    const found = await read();
    if (found !== undefined) return found;
    await sleep(50);
  }
  throw new Error('it did not happen within 10 s');
}

async function storeEvent(eventId: string): Promise<void> {
  await world.db.run({
    name: 'test-event',
    text: "insert into app.webhook_event (event_id, event, raw, received_at) values ($1, 'x', 'no json', $2::timestamptz)",
    values: [eventId, world.ctx.clock()],
  });
}

const outcomeOf = (eventId: string) => async (): Promise<string | undefined> => {
  const [row] = await world.db.run<{ outcome: string | null }>({
    name: 'test-outcome',
    text: 'select outcome from app.webhook_event where event_id = $1',
    values: [eventId],
  });
  return row?.outcome ?? undefined;
};

describe('the worker', () => {
  it('applies a webhook that was only stored', async () => {
    await storeEvent('stored');
    await jobsOf(boss).enqueue(world.db, { name: 'apply-webhook', eventId: 'stored' });
    expect(await until(outcomeOf('stored'))).toBe('quarantined');
  });

  it('has every schedule in the calendar of the queue, each minute', async () => {
    const planned = await boss.getSchedules();
    expect(planned.map(({ name, cron }) => [name, cron]).sort()).toEqual(
      SCHEDULES.map(({ name }) => [name, '* * * * *']).sort(),
    );
  });

  it('sweeps what a lost job left behind', async () => {
    const now = new Date();
    world.setClock(new Date(now.getTime() - 10 * 60_000));
    await storeEvent('lost');
    world.setClock(now);
    await boss.send('sweep-webhooks', {});
    expect(await until(outcomeOf('lost'))).toBe('quarantined');
  });

  it('runs every sweep on a database with nothing to sweep', async () => {
    const organizationId = '01900000-0000-7000-8000-00000000ffff';
    await people.createOrganization(world.ctx, { id: organizationId, name: 'Quiet' });
    for (const { run } of SCHEDULES) await expect(run(world.ctx)).resolves.not.toThrow();
  });

  it('leaves a job that fails to be tried again', async () => {
    await boss.send('apply-webhook', { nonsense: true });
    const waiting = await until(async () => {
      const rows = await world.db.run<{ state: string; retry_count: number }>({
        name: 'test-retry',
        text: "select state, retry_count from pgboss.job where name = 'apply-webhook' and data ? 'nonsense' and state = 'retry'",
        values: [],
      });
      return rows[0];
    });
    expect(waiting.state).toBe('retry');
  });
});
