import { z } from 'zod';
import { idempotencyKey, idIn, idOut, instantOut, pageIn } from './ids.ts';
import { credits, creditsAsked } from './money.ts';

export const CREDIT_STATUSES = ['healthy', 'low', 'exhausted'] as const;
export type CreditStatus = (typeof CREDIT_STATUSES)[number];

/** Longest time an API reservation may stay open: 24 h. */
export const MAX_RESERVATION_SECONDS = 86_400;

/**
 * A reservation is addressed by account and key; its id at the edge is opaque text made of both.
 * 36 characters of account, up to 200 of key, base64url.
 */
export const reservationId = z.string().min(1).max(400);

export const overviewInput = z.strictObject({ projectId: idIn('project') });
/** available never contains reserved (held) or pending (awaiting payment) credits. All in credits. */
export const overviewOutput = z.object({
  projectId: idOut('project'),
  projectName: z.string(),
  available: credits,
  reserved: credits,
  consumed: credits,
  pending: credits,
  debt: credits,
  status: z.enum(CREDIT_STATUSES),
  lowThreshold: credits.nullable(),
  /** Counts every change of the account: a page that knows it can tell whether it is current. */
  seq: z.number().int(),
  asOf: instantOut,
});
export type CreditsOverview = z.input<typeof overviewOutput>;

export const reserveInput = z.strictObject({
  projectId: idIn('project'),
  amount: creditsAsked,
  key: idempotencyKey,
  expiresInSeconds: z.number().int().min(1).max(MAX_RESERVATION_SECONDS).default(900),
});
export const reserveOutput = z.object({
  reservationId,
  amount: credits,
  state: z.enum(['open', 'captured', 'released', 'expired']),
  /** What the project had left right after this reservation. */
  available: credits,
  expiresAt: instantOut,
});
export type ReserveOutput = z.input<typeof reserveOutput>;

export const captureInput = z.strictObject({ reservationId, amount: creditsAsked, key: idempotencyKey });
export const releaseInput = z.strictObject({ reservationId, key: idempotencyKey });
/** consumed + released = the amount reserved. */
export const settleOutput = z.object({
  reservationId,
  amount: credits,
  consumed: credits,
  released: credits,
  state: z.enum(['captured', 'released']),
});
export type SettleOutput = z.input<typeof settleOutput>;

export const ENTRY_KINDS = [
  'reserve',
  'capture',
  'release',
  'expire',
  'top_up',
  'grant',
  'lot_expiry',
  'extend',
  'shrink',
  'adjust',
  'refund',
  'reversal',
  'transfer_in',
  'transfer_out',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const statementInput = z.strictObject({ projectId: idIn('project'), ...pageIn });
export const statementOutput = z.object({
  items: z.array(
    z.object({
      seq: z.number().int(),
      kind: z.enum(ENTRY_KINDS),
      at: instantOut,
      actor: z.string(),
      cause: z.string(),
      availableChange: z.number().int(),
      reservedChange: z.number().int(),
      consumedChange: z.number().int(),
      availableAfter: credits,
      reservedAfter: credits,
    }),
  ),
  nextCursor: z.string().nullable(),
});
export type CreditsStatement = z.input<typeof statementOutput>;

export const onChangeInput = z.strictObject({
  projectId: idIn('project'),
  lastEventId: z.string().max(50).nullish(),
});
