import type { ReserveOutput, reserveInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { assert, DomainError } from '../errors.ts';
import { encodeReservationId } from './reservation-id.ts';
import { reserveFor } from './reserve-for.ts';

/**
 * Reserves credits for a sibling service: moves them from available to reserved until captured, released or expired.
 * INSUFFICIENT_CREDITS {available, required, shortage} leaves no trace. Charges nothing.
 */
export async function reserve(ctx: Ctx, input: z.output<typeof reserveInput>): Promise<ReserveOutput> {
  const { accountId } = await authorize(ctx, input.projectId, 'credits.spend');
  const { amount, key, expiresInSeconds: lastsSeconds } = input;
  const made = await reserveFor(ctx, { accountId, purpose: 'api', key, amount, lastsSeconds });
  if (!made.ok) {
    const { available, required, shortage } = made;
    throw new DomainError('INSUFFICIENT_CREDITS', { available, required, shortage });
  }
  assert(made.expiresAt !== null, 'an API reservation expires');
  return {
    reservationId: encodeReservationId({ accountId, key: made.key }),
    amount: made.amount,
    state: made.state,
    available: made.available,
    expiresAt: made.expiresAt,
  };
}
