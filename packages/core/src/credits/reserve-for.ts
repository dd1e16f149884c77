import type { Shortage } from '@lead-credits/contract';
import { toDate, violates } from '@lead-credits/db';
import { actorId, type Ctx } from '../context.ts';
import { DomainError, notFound } from '../errors.ts';
import {
  balanceStatement,
  expireLotsStatement,
  type ReservePurpose,
  reservationStatement,
  reserveStatement,
} from '../ledger/index.ts';
import { LostRace } from '../transaction.ts';
import { shortageOf } from './shortage.ts';

export type ReserveFor = {
  accountId: string;
  purpose: ReservePurpose;
  /** The caller's key; stored as `purpose:key`, so that callers of different kinds cannot meet. */
  key: string;
  amount: number;
  importId?: string;
  /** Absent: never expires by time. */
  lastsSeconds?: number;
};

export type Reserved = {
  ok: true;
  key: string;
  amount: number;
  state: 'open' | 'captured' | 'released' | 'expired';
  available: number;
  expiresAt: Date | null;
};
export type Refused = { ok: false } & Shortage;

const ATTEMPTS = 5;

/** How a caller's key is stored. */
export function reservationKey(purpose: ReservePurpose, key: string): string {
  return `${purpose}:${key}`;
}

/**
 * Sets `amount` credits aside, whole or not at all. The same key with the same input gives the first answer again,
 * with other input IDEMPOTENCY_KEY_REUSED. Too few credits is a value, not an exception, and is never recorded under
 * the key: trying again after a top-up is a fresh try. Joins the caller's transaction.
 */
export async function reserveFor(ctx: Ctx, request: ReserveFor): Promise<Reserved | Refused> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const made = await tryReserve(ctx, request);
    if (made) return made;
    const replay = await replayReserve(ctx, request);
    if (replay) return replay;
    const refused = await whyRefused(ctx, request);
    if (refused) return refused;
  }
  throw new LostRace('reserve');
}

async function tryReserve(ctx: Ctx, request: ReserveFor): Promise<Reserved | undefined> {
  const now = ctx.clock();
  const key = reservationKey(request.purpose, request.key);
  const expiresAt =
    request.lastsSeconds === undefined ? null : new Date(now.getTime() + request.lastsSeconds * 1000);
  const { accountId, amount, purpose, importId = null } = request;
  try {
    const [row] = await ctx.db.run(
      reserveStatement({
        accountId,
        key,
        amount,
        purpose,
        importId,
        expiresAt,
        now,
        actor: actorId(ctx.actor),
      }),
    );
    return row && { ok: true, key, amount, state: 'open', available: row.available_after, expiresAt };
  } catch (error) {
    if (!violates(error, 'reservation_pkey')) throw error;
    // The same key twice at once: the other one has it. Inside a transaction the error has aborted ours.
    if (ctx.db.kind === 'transaction') throw new LostRace('reserve');
    return undefined;
  }
}

async function replayReserve(ctx: Ctx, request: ReserveFor): Promise<Reserved | undefined> {
  const key = reservationKey(request.purpose, request.key);
  const [row] = await ctx.db.run(reservationStatement(request.accountId, key));
  if (!row) return undefined;
  const same =
    row.amount === request.amount &&
    row.import_id === (request.importId ?? null) &&
    row.lasts_seconds === (request.lastsSeconds ?? null);
  if (!same) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  const expiresAt = row.expires_at === null ? null : toDate(row.expires_at);
  return { ok: true, key, amount: row.amount, state: row.state, available: row.available_after, expiresAt };
}

/** Undefined: nothing stands in the way any more, try again. */
async function whyRefused(ctx: Ctx, { accountId, amount }: ReserveFor): Promise<Refused | undefined> {
  const now = ctx.clock();
  const [balance] = await ctx.db.run(balanceStatement(accountId, now));
  if (!balance) throw notFound();
  if (balance.lot_is_due) {
    await ctx.db.run(expireLotsStatement({ accountId, now, actor: 'system:lots' }));
    return undefined;
  }
  return balance.available < amount ? { ok: false, ...shortageOf(balance.available, amount) } : undefined;
}
