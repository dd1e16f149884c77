import { z } from 'zod';
import { MAX_RECIPIENTS } from './billing.ts';

/** A pincode as written ("560 001" too), six digits when read. */
export const pincode = z
  .string()
  .transform((raw) => raw.replace(/\s/g, ''))
  .pipe(z.string().regex(/^[1-9][0-9]{5}$/, 'pincode_format'));

export type PhoneProblem = 'empty' | 'characters' | 'foreign' | 'length' | 'service_number' | 'not_a_phone';
export type ParsedPhone = { ok: true; phone: string } | { ok: false; reason: PhoneProblem };

const NATIONAL_LENGTH = 10;
/** Toll-free and shared-cost (1800, 1860) and commercial callers (140, 1600): nobody can be reached there. */
const SERVICE_NUMBER = /^(?:1800|1860|1600|140)/;
const PHONE_PATTERNS: readonly RegExp[] = [
  // Mobile numbers begin with 6 to 9; so do some landlines (Patna 612), which needs no telling apart here.
  /^[6-9]\d{9}$/,
  // Landlines: the area code of a metro has 2 digits, others have 3 or 4; the number after it begins with 2 to 7.
  /^(?:11|20|22|33|40|44)[2-7]\d{7}$/,
  /^(?!11|20|22|33|40|44)[1-5]\d{2}(?:[2-7]\d{6}|\d[2-7]\d{5})$/,
];

/**
 * Reads an Indian phone number, mobile or landline, for the billing account and for Razorpay's prefill
 * (`contact: '+91…'`). Gives "+91" and ten digits. Spaces, hyphens, dots and brackets do not matter; a leading
 * 0, 91, 0091 or +91 is understood. Does not know whether the number is in use.
 */
export function parseBillingPhone(raw: string): ParsedPhone {
  const compact = raw.replace(/[\s().\-\u2010-\u2015\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]/g, '');
  if (compact === '') return { ok: false, reason: 'empty' };
  if (!/^\+?[0-9]+$/.test(compact)) return { ok: false, reason: 'characters' };
  const international = compact.replace(/^00/, '+');
  if (international.startsWith('+') && !international.startsWith('+91'))
    return { ok: false, reason: 'foreign' };
  const national = nationalPart(international);
  if (national.length !== NATIONAL_LENGTH) return { ok: false, reason: 'length' };
  if (SERVICE_NUMBER.test(national)) return { ok: false, reason: 'service_number' };
  if (!PHONE_PATTERNS.some((pattern) => pattern.test(national))) return { ok: false, reason: 'not_a_phone' };
  return { ok: true, phone: `+91${national}` };
}

/** Without the country code and the trunk 0, in either order: +91 0…, 091…, 0…, 91… */
function nationalPart(compact: string): string {
  const withoutPlus = compact.replace(/^\+91/, '').replace(/^0/, '');
  return withoutPlus.length === NATIONAL_LENGTH + 2 ? withoutPlus.replace(/^91/, '') : withoutPlus;
}

/** The same rule as a schema; its output is "+91" and ten digits, its message `phone_<reason>`. */
export const billingPhone = z.string().transform((raw, context) => {
  const parsed = parseBillingPhone(raw);
  if (parsed.ok) return parsed.phone;
  context.addIssue({ code: 'custom', message: `phone_${parsed.reason}` });
  return z.NEVER;
});

const MAX_EMAIL_LENGTH = 254; // RFC 5321: a path of 256 with its angle brackets
const MAX_LOCAL_LENGTH = 64;
/** RFC 5322 dot-atom before the @, host name with a dot after it. No quotes, no comments, no spaces: a header is safe. */
const EMAIL =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/;

function normalizedEmail(raw: string): string | undefined {
  if (!/^[\x21-\x7e]*$/.test(raw)) return undefined;
  const email = raw.toLowerCase();
  const fits = email.length <= MAX_EMAIL_LENGTH && email.indexOf('@') <= MAX_LOCAL_LENGTH;
  return fits && EMAIL.test(email) ? email : undefined;
}

export type EmailProblem = { line: number; value: string; reason: 'email_format' | 'too_many_emails' };
export type ParsedEmails = { emails: string[]; problems: EmailProblem[] };

/**
 * Reads billing recipients as typed, one per line; commas and semicolons separate too, so that no address can
 * hold one. Gives lower-case addresses without repeats in the order typed, and each piece that was refused with
 * its line (from 1): not an address, or beyond the first MAX_RECIPIENTS. A line break can never reach a mail header.
 */
export function parseRecipientEmails(text: string): ParsedEmails {
  const emails = new Set<string>();
  const problems: EmailProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const piece of line.split(/[,;]/)) {
      const value = piece.trim();
      if (value === '') continue;
      const email = normalizedEmail(value);
      if (email === undefined) problems.push({ line: index + 1, value, reason: 'email_format' });
      else if (emails.has(email)) continue;
      else if (emails.size >= MAX_RECIPIENTS)
        problems.push({ line: index + 1, value, reason: 'too_many_emails' });
      else emails.add(email);
    }
  }
  return { emails: [...emails], problems };
}

/** One recipient as a program sends it: refused, not split, when it holds a comma, a line break or a space inside. */
const recipientEmail = z.string().transform((raw, context) => {
  const email = normalizedEmail(raw.trim());
  if (email !== undefined) return email;
  context.addIssue({ code: 'custom', message: 'email_format' });
  return z.NEVER;
});

/** The list of recipients of `billing.saveProfile`: lower case, no repeats, at most MAX_RECIPIENTS as sent. */
export const recipientEmails = z
  .array(recipientEmail)
  .max(MAX_RECIPIENTS, 'too_many_emails')
  .transform((emails) => [...new Set(emails)]);
