import { billing, type Ctx, invoices, leads } from '@lead-credits/core';
import type { Job as BossJob, PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { Logger } from './log.ts';
import { SCHEDULES } from './schedules.ts';

/** A context that acts for the product; its request id names the job, so that log and audit lead back to it. */
export type SystemCtx = (what: string, requestId: string) => Ctx;

const POLL_SECONDS = 0.5;
const SCHEDULE_POLL_SECONDS = 5;
const EVERY_MINUTE = '* * * * *';

const webhookJob = z.object({ eventId: z.string() });
const documentJob = z.object({ documentId: z.string(), projectId: z.string() });
const importJob = z.object({ importId: z.string(), projectId: z.string() });

/**
 * Starts this process' workers. What throws is tried again with growing pauses and ends in the dead-letter queue; each
 * verb may be run twice, because a job may be.
 */
export async function startWorker(boss: PgBoss, ctxOf: SystemCtx, log: Logger): Promise<void> {
  const work = async (name: string, seconds: number, run: (ctx: Ctx, data: unknown) => Promise<unknown>) => {
    await boss.work(
      name,
      { pollingIntervalSeconds: seconds, localConcurrency: seconds < 1 ? 2 : 1 },
      (jobs) => runAll(jobs, (job) => run(ctxOf(name, `job_${job.id}`), job.data), log),
    );
  };
  await work('apply-webhook', POLL_SECONDS, (ctx, data) => billing.applyWebhook(ctx, webhookJob.parse(data)));
  await work('run-import', POLL_SECONDS, (ctx, data) => leads.runImport(ctx, importJob.parse(data)));
  await work('deliver-document', POLL_SECONDS, (ctx, data) =>
    invoices.deliverDocument(ctx, documentJob.parse(data)),
  );
  for (const { name, run } of SCHEDULES) {
    await work(name, SCHEDULE_POLL_SECONDS, run);
    await boss.schedule(name, EVERY_MINUTE);
    // What was left behind by the process before this one need not wait for the full minute.
    await boss.send(name, {});
  }
}

async function runAll(
  jobs: readonly BossJob<unknown>[],
  run: (job: BossJob<unknown>) => Promise<unknown>,
  log: Logger,
): Promise<void> {
  for (const job of jobs) {
    const startedAt = performance.now();
    try {
      await run(job);
      const durationMs = Math.round(performance.now() - startedAt);
      log.debug({ job: job.name, jobId: job.id, durationMs }, 'job done');
    } catch (error) {
      log.error(
        { job: job.name, jobId: job.id, err: error },
        `the job ${job.name} failed and will be tried again`,
      );
      throw error;
    }
  }
}
