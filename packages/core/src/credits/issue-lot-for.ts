import { toDate } from '@lead-credits/db';
import { v7 } from 'uuid';
import { actorId, type Ctx } from '../context.ts';
import { DomainError } from '../errors.ts';
import { issueLotStatement, lotStatement } from '../ledger/index.ts';
import { LostRace } from '../transaction.ts';

export type IssueLotFor = {
  accountId: string;
  kind: 'top_up' | 'grant';
  key: string;
  amount: number;
  pricePaise: number;
  topUpId?: string;
  expiresAt?: Date;
};

export type Issued = { lotId: string; seq: number; available: number };

const ATTEMPTS = 20;

function millisecondsOf(instant: Date | null | ''): number | null {
  return instant ? instant.getTime() : null;
}

/**
 * Adds credits as a lot of their own, debt first. Keyed per account and kind: the same key with the same input gives
 * the first answer, with other input IDEMPOTENCY_KEY_REUSED. Joins the caller's transaction. Another lot event at the
 * same time makes the statement yield nothing; it is simply run again on what that one left.
 */
export async function issueLotFor(ctx: Ctx, request: IssueLotFor): Promise<Issued> {
  const { accountId, kind, key, amount, pricePaise, topUpId = null, expiresAt = null } = request;
  const lotId = v7();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const now = ctx.clock();
    const actor = actorId(ctx.actor);
    const [row] = await ctx.db.run(
      issueLotStatement({ accountId, lotId, kind, key, amount, pricePaise, topUpId, expiresAt, now, actor }),
    );
    if (row) return { lotId, seq: row.seq, available: row.available_after };
    const [first] = await ctx.db.run(lotStatement(accountId, kind, key));
    if (first) {
      const sameExpiry =
        millisecondsOf(first.expires_at && toDate(first.expires_at)) === millisecondsOf(expiresAt);
      const same = first.amount === amount && first.price_paise === pricePaise && first.top_up_id === topUpId;
      if (!same || !sameExpiry) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
      return { lotId: first.lot_id, seq: first.seq, available: first.available_after };
    }
  }
  throw new LostRace('issue lot');
}
