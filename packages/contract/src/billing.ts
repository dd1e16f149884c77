import { z } from 'zod';
import { idempotencyKey, idIn, idOut, instantOut } from './ids.ts';
import { basisPoints, credits, paise, topUpUnits } from './money.ts';

export const MAX_RECIPIENTS = 20;

export const profileInput = z.strictObject({ projectId: idIn('project') });

const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) => z.string().trim().max(max).nullish();

/**
 * The shape of a billing account as it arrives. The rules (GSTIN check digit, state, pincode, phone, e-mails)
 * are pure functions shared with the form; `billing.saveProfile` answers VALIDATION_FAILED with one problem per field.
 */
export const saveProfileInput = z.strictObject({
  projectId: idIn('project'),
  accountName: text(150),
  contactName: text(100),
  phone: text(30),
  gstin: optionalText(20),
  addressLine1: text(150),
  addressLine2: optionalText(150),
  city: text(80),
  stateCode: text(2),
  pincode: text(10),
  recipientEmails: z.array(z.string().trim().max(254)).max(MAX_RECIPIENTS),
});
export type BillingProfileInput = z.output<typeof saveProfileInput>;

export const billingProfile = z.object({
  accountName: z.string(),
  contactName: z.string(),
  phone: z.string(),
  gstin: z.string().nullable(),
  addressLine1: z.string(),
  addressLine2: z.string().nullable(),
  city: z.string(),
  stateCode: z.string(),
  pincode: z.string(),
  recipientEmails: z.array(z.string()),
  updatedAt: instantOut,
});
/** null until somebody saved it once. */
export const profileOutput = z.object({ profile: billingProfile.nullable() });
export type BillingProfile = z.input<typeof billingProfile>;
export type ProfileOutput = z.input<typeof profileOutput>;

/** Warnings never stop a save: `pincode_state_mismatch`, `gstin_state_mismatch`. */
export const saveProfileOutput = z.object({ profile: billingProfile, warnings: z.array(z.string()) });
export type SaveProfileOutput = z.input<typeof saveProfileOutput>;

export const quoteInput = z.strictObject({ projectId: idIn('project'), units: topUpUnits });
export const taxParts = {
  taxablePaise: paise,
  cgstPaise: paise,
  sgstPaise: paise,
  utgstPaise: paise,
  igstPaise: paise,
};
export const quoteOutput = z.object({
  units: topUpUnits,
  unitPricePaise: paise,
  priceIncludesTax: z.boolean(),
  taxRateBp: basisPoints,
  /** What is paid. */
  amountPaise: paise,
  ...taxParts,
  taxPaise: paise,
  /** Under ₹1.00 nothing can be paid; the smallest units that can. */
  belowMinimum: z.boolean(),
  minimumUnits: topUpUnits,
  availableNow: credits,
  /** Credits that settle the debt first, and what is available afterwards. */
  repaysDebt: credits,
  availableAfter: credits,
  /** null when the profile may pay; else what is missing before paying: `profile_missing`. */
  blockedBy: z.enum(['profile_missing']).nullable(),
  billTo: z
    .object({ accountName: z.string(), gstin: z.string().nullable(), stateCode: z.string() })
    .nullable(),
});
export type Quote = z.input<typeof quoteOutput>;

export const createTopUpInput = z.strictObject({
  projectId: idIn('project'),
  units: topUpUnits,
  key: idempotencyKey,
});
export const createTopUpOutput = z.object({
  topUpId: idOut('topUp'),
  reference: z.string(),
  orderId: z.string(),
  keyId: z.string(),
  amountPaise: paise,
  currency: z.literal('INR'),
  units: topUpUnits,
  /** Where the browser loads Razorpay's checkout script from. */
  checkoutUrl: z.string(),
  sellerName: z.string(),
  prefill: z.object({ name: z.string(), email: z.string(), contact: z.string() }),
});
export type CreateTopUpOutput = z.input<typeof createTopUpOutput>;

/** pending: waits for its payment · sent: raised by staff · paid · void: withdrawn · expired: never paid in time. */
export const TOP_UP_STATES = ['pending', 'sent', 'paid', 'void', 'expired'] as const;

export const topUpInput = z.strictObject({ projectId: idIn('project'), topUpId: idIn('topUp') });
export const topUpOutput = z.object({
  topUpId: idOut('topUp'),
  reference: z.string(),
  units: topUpUnits,
  unitPricePaise: paise,
  amountPaise: paise,
  state: z.enum(TOP_UP_STATES),
  orderId: z.string().nullable(),
  createdAt: instantOut,
  expiresAt: instantOut,
  paidAt: instantOut.nullable(),
  paymentReference: z.string().nullable(),
  documentId: idOut('document').nullable(),
  documentNumber: z.string().nullable(),
  /** When the browser's success callback said that a payment was made and the webhook has not come yet. */
  confirmingSince: instantOut.nullable(),
});
export type TopUpOutput = z.input<typeof topUpOutput>;

/** Open checkouts and the last one settled: what a reopened page needs to say "confirming" or the result. */
export const openTopUpsInput = z.strictObject({ projectId: idIn('project') });
export const openTopUpsOutput = z.object({ items: z.array(topUpOutput) });
export type OpenTopUpsOutput = z.input<typeof openTopUpsOutput>;

/**
 * The browser's success callback: records "confirming" so that another tab or a reopened page can say so.
 * The signature is checked with the stored order id. It never changes a balance.
 */
export const confirmTopUpInput = z.strictObject({
  projectId: idIn('project'),
  topUpId: idIn('topUp'),
  paymentId: z.string().max(40),
  signature: z.string().max(200),
});
