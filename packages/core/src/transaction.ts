import { type Database, isRetryable, type Transaction } from '@lead-credits/db';
import type { Ctx } from './context.ts';

const ATTEMPTS = 4;

/** A context whose statements belong to one open transaction. */
export type TransactionCtx = Ctx & { readonly db: Transaction };

/** A race was lost inside a transaction that it aborted: the work is done again from its start. */
export class LostRace extends Error {
  constructor(what: string) {
    super(`lost a race: ${what}`);
    this.name = 'LostRace';
  }
}

/**
 * The only place that opens a transaction; inside one it joins. Retried on serialization failure, deadlock and a lost
 * race, so `work` must have no effect but through its database. No network, PDF or mail inside: enqueue a job.
 */
export async function withTransaction<T>(ctx: Ctx, work: (ctx: TransactionCtx) => Promise<T>): Promise<T> {
  const { db } = ctx;
  if (db.kind === 'transaction') return work({ ...ctx, db });
  return retrying(() => db.begin((tx) => work({ ...ctx, db: tx })));
}

async function retrying<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const again = isRetryable(error) || error instanceof LostRace;
      if (!again || attempt === ATTEMPTS) throw error;
    }
  }
}

/** The pools, where a verb must open a COPY transaction of its own. */
export function databaseOf(ctx: Ctx): Database {
  if (ctx.db.kind === 'database') return ctx.db;
  throw new Error('this verb opens its own transaction and cannot join one');
}
