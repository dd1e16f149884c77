import { type Ctx, leads, people } from '@lead-credits/core';
import { pendingMigrations } from '@lead-credits/db';
import { createApp } from './app.ts';
import { type Composed, compose, spoolFolder } from './compose.ts';
import type { Env } from './env.ts';
import { drain, listen } from './http-server.ts';
import { missingQueues } from './jobs.ts';
import { limits } from './limits.ts';
import type { Logger } from './log.ts';
import { openPostgres } from './postgres.ts';
import { recoverImports } from './recover-imports.ts';
import { ensureSeller } from './seller.ts';
import { sweepSpool } from './spool.ts';
import { StartRefused } from './start-refused.ts';
import { startWorker } from './worker.ts';

const NO_QUEUES = 'The job queue is not there or is older than this server: run `migrate` first.';

/** A running server. */
export type Running = { readonly port: number; stop(): Promise<void> };

/**
 * Starts the server and, unless WORKER=0, its workers in the same process. Throws StartRefused when the database is not
 * migrated or the port is taken; what was opened by then is closed again.
 */
export async function serve(env: Env, log: Logger): Promise<Running> {
  const postgres = await openPostgres(env);
  const composed = await compose(env, postgres.ownerUrl, log);
  const { services, boss } = composed;
  const close = async (): Promise<void> => {
    await boss.stop({ graceful: true, timeout: limits.drainTimeoutMs });
    await services.db.close();
    await postgres.stop();
  };
  try {
    await requireMigrated(composed);
    await prepare(env, composed, log);
    const app = createApp(services);
    const listening = await listen(app.hono, env);
    if (env.hasWorker) await startWorker(boss, composed.systemCtx, log);
    const rest = env.hasWorker ? recover(composed, log) : (): void => undefined;
    let stopping: Promise<void> | undefined;
    return {
      port: listening.port,
      stop: () => {
        rest();
        stopping ??= drain(listening.server, app.streams).then(close);
        return stopping;
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function recover({ services, systemCtx }: Composed, log: Logger): () => void {
  const ctx = systemCtx('recover-imports', 'recover-imports');
  return recoverImports(() => leads.sweepImports(ctx), services.imports, limits.recoverIntervalMs, log);
}

async function requireMigrated({ services, boss }: Composed): Promise<void> {
  const pending = await pendingMigrations(services.db).catch((error: unknown) => {
    throw new StartRefused('The database does not answer or was never migrated: run `migrate` first.', error);
  });
  if (pending > 0) throw new StartRefused('The database is older than this server: run `migrate` first.');
  await boss.start().catch((error: unknown) => {
    throw new StartRefused(NO_QUEUES, error);
  });
  if ((await missingQueues(boss)).length > 0) throw new StartRefused(NO_QUEUES);
}

async function spooledImports({ db }: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.run<{ spool_id: string }>({
    name: 'spooled-imports',
    text: 'select spool_id from app.import where spool_id = any($1::uuid[])',
    values: [ids],
  });
  return new Set(rows.map(({ spool_id: id }) => id));
}

/** What a start puts in order. The seller of this installation; and in production, as long as there is no staff, the link that makes the first. */
async function prepare(env: Env, { systemCtx }: Composed, log: Logger): Promise<void> {
  const ctx = systemCtx('start', 'start');
  const swept = await sweepSpool(spoolFolder(env.dataDir), (ids) => spooledImports(ctx, ids), ctx.clock());
  if (swept > 0) log.info({ swept }, 'removed uploads that nobody finished');
  if (env.seller) await ensureSeller(ctx, env.seller);
  else log.warn('SELLER_NAME is not set: nothing can be sold until it is.');
  if (!env.isProduction) return;
  const link = await people.createSetupLink(ctx);
  if (!link) return;
  // Not through the log: it is for the person who starts, once, and must not be kept.
  console.log(
    `Open this within an hour to make the first staff account: ${env.publicUrl}/setup/${link.secret}`,
  );
}
