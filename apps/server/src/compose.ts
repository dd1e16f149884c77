import { join } from 'node:path';
import { type Actor, type Ctx, credits, leads } from '@lead-credits/core';
import { openDatabase } from '@lead-credits/db';
import type { PgBoss } from 'pg-boss';
import { createAuth } from './auth.ts';
import { type CtxParts, ctxFor, type Services } from './composition.ts';
import { openDocuments } from './documents.ts';
import type { Env } from './env.ts';
import { openGateway } from './gateway.ts';
import { createImportRunner, noImportRunner } from './import-runner.ts';
import { createBoss, jobsOf } from './jobs.ts';
import { limits } from './limits.ts';
import { createLive } from './live.ts';
import type { Logger } from './log.ts';
import { openMailer } from './mail/open-mailer.ts';
import { trustedOriginsOf } from './middleware/same-site.ts';
import { loadSite, siteFolder } from './site.ts';
import { openSpool } from './spool.ts';

export type Composed = {
  readonly services: Services;
  readonly boss: PgBoss;
  /** A context that acts for the product itself. */
  systemCtx(what: string, requestId: string): Ctx;
};

/** Where uploaded files wait. */
export function spoolFolder(dataDir: string): string {
  return join(dataDir, 'spool');
}

/** The composition root: the only place that knows which adapter stands behind which port. Starts nothing. */
export async function compose(env: Env, databaseUrl: string, log: Logger): Promise<Composed> {
  const db = openDatabase({ url: databaseUrl, max: 16, maxCopy: 6 });
  const boss = createBoss(databaseUrl, env.hasWorker, log);
  const parts: CtxParts = {
    db,
    clock: () => new Date(),
    gateway: openGateway(env.razorpay, log),
    jobs: jobsOf(boss),
    spool: await openSpool(spoolFolder(env.dataDir)),
    documents: openDocuments(),
    mailer: openMailer(env, log),
    settings: {
      checkoutUrl: env.razorpay.checkoutUrl,
      publicUrl: env.publicUrl,
      limits: { fileSizeBytes: limits.fileBytes, rows: limits.fileRows },
    },
  };
  const actAs = (actor: Actor, requestId: string): Ctx => ctxFor(parts, actor, requestId);
  const systemCtx = (what: string, requestId: string): Ctx => actAs({ kind: 'system', what }, requestId);
  const runImport = (importId: string): Promise<void> =>
    leads.runImport(systemCtx('import', `import_${importId}`), { importId });
  const services: Services = {
    ...parts,
    entrances: {
      isProduction: env.isProduction,
      publicUrl: env.publicUrl,
      trustedProxies: env.trustedProxies,
      webhookSecrets: env.razorpay.webhookSecrets,
      checkoutUrl: env.razorpay.checkoutUrl,
      hasSandbox: env.razorpay.sandboxUrl !== undefined,
      hasOutbox: env.mail.kind === 'outbox',
    },
    auth: createAuth({
      orm: db.orm,
      secret: env.authSecret,
      publicUrl: env.publicUrl,
      trustedOrigins: trustedOriginsOf(env.publicUrl, env.isProduction),
      log,
    }),
    live: createLive((ids) => credits.readSeqs(systemCtx('live', 'live'), ids), limits.liveIntervalMs, log),
    imports: env.hasWorker ? createImportRunner(runImport, log) : noImportRunner,
    log,
    site: await loadSite(siteFolder()),
  };
  return { services, boss, systemCtx };
}
