import { type Runner, violates } from '@lead-credits/db';
import { DomainError, notFound, validationFailed } from '../errors.ts';
import { reservationStatement, type Settle, settleKeyStatement, settleStatement } from '../ledger/index.ts';

export type Settled = {
  amount: number;
  consumed: number;
  released: number;
  state: 'captured' | 'released';
};

/**
 * Ends a reservation once: `amount` is consumed, the rest returns (debt first). The same settling key with the same
 * input gives the first answer; other input IDEMPOTENCY_KEY_REUSED; settled or run out RESERVATION_NOT_OPEN. Takes any
 * runner, so that an import can settle in the transaction of its COPY.
 */
export async function settleFor(runner: Runner, settle: Settle): Promise<Settled> {
  const [row] = await runSettle(runner, settle);
  if (!row) return answerSettled(runner, settle);
  return {
    amount: row.amount,
    consumed: settle.amount,
    released: row.released,
    state: settle.verb === 'capture' ? 'captured' : 'released',
  };
}

async function runSettle(runner: Runner, settle: Settle): Promise<{ amount: number; released: number }[]> {
  try {
    return await runner.run(settleStatement(settle));
  } catch (error) {
    if (violates(error, 'reservation_settle_key')) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
    throw error;
  }
}

/** Nothing was open: a replay of the first answer, or the reason why not. */
async function answerSettled(runner: Runner, settle: Settle): Promise<Settled> {
  const { accountId, key, verb, settleKey, amount } = settle;
  const [row] = await runner.run(reservationStatement(accountId, key));
  if (!row) throw notFound();
  const state = verb === 'capture' ? 'captured' : 'released';
  if (row.state === state && row.settle_key === settleKey) {
    if (row.consumed !== amount) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
    return { amount: row.amount, consumed: row.consumed, released: row.released, state };
  }
  const [used] = await runner.run(settleKeyStatement(accountId, settleKey, verb));
  if (used) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  if (row.state === 'open' && amount > row.amount) {
    throw validationFailed({ field: 'amount', reason: 'more_than_reserved' });
  }
  throw new DomainError('RESERVATION_NOT_OPEN', { state: row.state === 'open' ? 'expired' : row.state });
}
