import { z } from 'zod';
import { ApiError } from './api-error.ts';
import { METHODS } from './methods.ts';
import type { Instrument } from './payment-states.ts';

/**
 * What a payer may say about the means of payment. There is no field for a card number, a CVV or an
 * OTP on purpose, and unknown fields are refused, so that none can get here by accident.
 */
const instrumentSchema = z.strictObject({
  method: z.enum(METHODS).default('upi'),
  vpa: z
    .string()
    .regex(/^[\w.-]{2,100}@[A-Za-z][\w.-]{1,60}$/)
    .optional(),
  bank: z
    .string()
    .regex(/^[A-Z]{3,8}$/)
    .optional(),
  wallet: z
    .string()
    .regex(/^[a-z]{3,20}$/)
    .optional(),
  cardNetwork: z.enum(['Visa', 'MasterCard', 'American Express', 'RuPay', 'Diners Club']).optional(),
  cardLast4: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  email: z.string().max(200).optional(),
  contact: z.string().max(30).optional(),
});

/** The instrument in a request's fields; throws ApiError naming the first field that is wrong. */
export function readInstrument(fields: Record<string, unknown>): Instrument {
  const parsed = instrumentSchema.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys') throw ApiError.extraField(issue.keys);
  const field = String(issue?.path[0] ?? 'method');
  throw ApiError.invalid(field, `The ${field} is invalid.`);
}
