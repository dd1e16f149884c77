import type { captureInput, releaseInput, SettleOutput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorizeAccount, requireSomebody } from '../access.ts';
import { actorId, type Ctx } from '../context.ts';
import { notFound } from '../errors.ts';
import { decodeReservationId } from './reservation-id.ts';
import { reservationKey } from './reserve-for.ts';
import { settleFor } from './settle-for.ts';

type SettleRequest = { reservationId: string; amount: number; key: string; verb: 'capture' | 'release' };

async function settle(ctx: Ctx, { reservationId, amount, key, verb }: SettleRequest): Promise<SettleOutput> {
  requireSomebody(ctx);
  const address = decodeReservationId(reservationId);
  // Imports and leads settle their own reservations; from outside only those made from outside can be reached.
  if (!address.key.startsWith(reservationKey('api', ''))) throw notFound();
  const { accountId } = await authorizeAccount(ctx, address.accountId, 'credits.spend');
  const settled = await settleFor(ctx.db, {
    accountId,
    key: address.key,
    amount,
    verb,
    settleKey: reservationKey('api', key),
    now: ctx.clock(),
    actor: actorId(ctx.actor),
  });
  return { reservationId, ...settled };
}

/** Consumes `amount` of a reservation, or all of it; the rest returns. Once: see `settleFor` for keys and errors. */
export function capture(ctx: Ctx, input: z.output<typeof captureInput>): Promise<SettleOutput> {
  return settle(ctx, { ...input, verb: 'capture' });
}

/** Gives a reservation back, whole. Once: see `settleFor` for keys and errors. */
export function release(ctx: Ctx, input: z.output<typeof releaseInput>): Promise<SettleOutput> {
  return settle(ctx, { ...input, amount: 0, verb: 'release' });
}
