import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailer, MailReceipt, OutgoingMail } from '@lead-credits/core';
import { type ErrorResponse, Resend } from 'resend';
import { mailLimits } from './limits.ts';

const RESEND_URL = 'https://api.resend.com';

/**
 * The mail itself is at fault, and always will be. Not among them: a key, a domain or a sender that is not in order
 * (somebody puts it right, and the mail goes out), and whatever may pass.
 */
const FINAL = new Set<ErrorResponse['name']>([
  'invalid_attachment',
  'missing_required_field',
  'invalid_parameter',
  'invalid_idempotency_key',
  // Resend took a mail with this key before, with other content: sending it under another would send it twice.
  'invalid_idempotent_request',
]);

/**
 * Mails through Resend's own SDK, which never throws. The mail's key is the idempotency key: Resend keeps it for 24 h
 * and sends a mail that it knows no second time. Requests of this process are spaced by what Resend allows.
 */
export function resendMailer(options: {
  apiKey: string;
  baseUrl: string | undefined;
  from: string;
  timeoutMs?: number;
}): Mailer {
  const { timeoutMs = mailLimits.resendTimeoutMs } = options;
  const resend = new Resend(options.apiKey, { baseUrl: options.baseUrl ?? RESEND_URL });
  const turn = createTurns(mailLimits.resendGapMs);

  async function send({ key, to, subject, html, text, attachments }: OutgoingMail): Promise<MailReceipt> {
    await turn();
    const { data, error } = await resend.emails.send(
      {
        from: options.from,
        to: [...to],
        subject,
        html,
        text,
        attachments: attachments.map(({ fileName, contentType, bytes }) => ({
          filename: fileName,
          contentType,
          content: Buffer.from(bytes),
        })),
      },
      { idempotencyKey: key, signal: AbortSignal.timeout(timeoutMs) },
    );
    if (!error) return { ok: true, providerId: data.id };
    return { ok: false, isFinal: isFinal(error), reason: `Resend: ${error.name}, ${error.message}` };
  }

  return { send };
}

/** A refused address is 422; 403 under the same name is a domain that is not verified yet. */
function isFinal({ name, statusCode }: ErrorResponse): boolean {
  return FINAL.has(name) || (name === 'validation_error' && (statusCode === 422 || statusCode === 400));
}

/** Resolves for one caller after the other, at least `gapMs` apart. */
function createTurns(gapMs: number): () => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return async () => {
    const mine = last;
    last = mine.then(() => sleep(gapMs, undefined, { ref: false }));
    await mine;
  };
}
