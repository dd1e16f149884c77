import type { Actor, Ctx, Documents, Gateway, Jobs, Mailer, Settings, Spool } from '@lead-credits/core';
import type { Database } from '@lead-credits/db';
import type { Auth } from './auth.ts';
import type { ImportRunner } from './import-runner.ts';
import type { Live } from './live.ts';
import type { Logger } from './log.ts';
import type { Site } from './site.ts';

/** What the environment decides about the entrances. */
export type Entrances = {
  isProduction: boolean;
  publicUrl: string;
  trustedProxies: number;
  webhookSecrets: readonly string[];
  checkoutUrl: string;
  /** Payments go to a stand-in, not to Razorpay. */
  hasSandbox: boolean;
  /** Mails stay here and are shown on a page, instead of going to anybody. */
  hasOutbox: boolean;
};

/** Everything the application is made of, put together once by `compose.ts`, or by a test. */
export type Services = {
  readonly entrances: Entrances;
  readonly settings: Settings;
  readonly db: Database;
  readonly clock: () => Date;
  readonly gateway: Gateway;
  readonly jobs: Jobs;
  readonly spool: Spool;
  readonly documents: Documents;
  readonly mailer: Mailer;
  readonly auth: Auth;
  readonly live: Live;
  readonly imports: ImportRunner;
  readonly log: Logger;
  /** The web application; undefined where it is not built. */
  readonly site: Site | undefined;
};

/** The context of one request or job. */
export function ctxFor(services: CtxParts, actor: Actor, requestId: string): Ctx {
  const { db, clock, gateway, jobs, spool, documents, mailer, settings } = services;
  return { db, clock, gateway, jobs, spool, documents, mailer, settings, actor, requestId };
}

export type CtxParts = Pick<
  Services,
  'db' | 'clock' | 'gateway' | 'jobs' | 'spool' | 'documents' | 'mailer' | 'settings'
>;
