import type { Ctx } from '../context.ts';
import { expireLotsStatement, expireStatement } from '../ledger/index.ts';

const PER_RUN = 500;
const MAX_RUNS = 200;

/**
 * The sweeper: returns every reservation whose time is over and takes what is left of due lots. Safe beside other
 * sweepers and beside captures; whoever ends a reservation first, ends it. Gives the number of reservations expired.
 */
export async function expireDue(ctx: Ctx): Promise<{ reservations: number; lots: number }> {
  const reservations = await expireReservations(ctx);
  const now = ctx.clock();
  const due = await ctx.db.run<{ account_id: string }>({
    name: 'due-lots',
    text: `select distinct account_id from app.lot
      where remaining > 0 and expires_at <= $1::timestamptz limit ${MAX_RUNS}`,
    values: [now],
  });
  for (const { account_id: accountId } of due) {
    await ctx.db.run(expireLotsStatement({ accountId, now, actor: 'system:lots' }));
  }
  return { reservations, lots: due.length };
}

/** One statement ends the due reservations of one account; the loop only moves to the next account. */
async function expireReservations(ctx: Ctx): Promise<number> {
  let total = 0;
  for (let run = 0; run < MAX_RUNS; run += 1) {
    const ended = await ctx.db.run(
      expireStatement({ now: ctx.clock(), actor: 'system:sweeper', limit: PER_RUN }),
    );
    if (ended.length === 0) break;
    total += ended.length;
  }
  return total;
}
