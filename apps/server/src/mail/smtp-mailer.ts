import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailer, MailReceipt, OutgoingMail } from '@lead-credits/core';
import { createTransport } from 'nodemailer';
import { z } from 'zod';
import type { Logger } from '../log.ts';
import { mailLimits } from './limits.ts';

/** What nodemailer adds to its errors. */
const smtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  message: z.string().default(''),
});

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

const TOO_SLOW: MailReceipt = { ok: false, isFinal: false, reason: 'SMTP: the server takes too long' };

/**
 * Mails through an SMTP server, which knows no idempotency: where it takes a mail and dies before it says so, the mail
 * is sent again, under the same Message-ID, by which mailboxes and people recognise it.
 */
export function smtpMailer(options: {
  url: string;
  from: string;
  log: Logger;
  silenceMs?: number;
  totalMs?: number;
}): Mailer {
  const { url, from, log, silenceMs = mailLimits.smtpSilenceMs, totalMs = mailLimits.smtpTotalMs } = options;
  const transport = createTransport({
    url,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
    requireTLS: needsTls(url),
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function deliver(mail: OutgoingMail): Promise<MailReceipt> {
    const { key, to, subject, html, text } = mail;
    const attachments = mail.attachments.map(({ fileName, contentType, bytes }) => ({
      filename: fileName,
      contentType,
      content: Buffer.from(bytes),
    }));
    const messageId = messageIdOf(key, from);
    const info = await transport.sendMail({ from, to: [...to], subject, html, text, attachments, messageId });
    // Some took it, some did not: sending it again would reach the others twice.
    if (info.rejected.length > 0) {
      log.warn({ key, refused: info.rejected.length }, 'the mail server refused some of the recipients');
    }
    return { ok: true, providerId: info.messageId };
  }

  async function send(mail: OutgoingMail): Promise<MailReceipt> {
    const timer = new AbortController();
    const tooSlow = sleep(totalMs, TOO_SLOW, { signal: timer.signal });
    // The timer is ended below, by which it rejects.
    tooSlow.catch(() => undefined);
    try {
      return await Promise.race([deliver(mail).catch(refusal), tooSlow]);
    } finally {
      timer.abort();
    }
  }

  return { send };
}

/** A password leaves this machine encrypted or not at all, also where somebody in between hides STARTTLS. */
function needsTls(url: string): boolean {
  const { username, hostname } = new URL(url);
  return username !== '' && !LOOPBACK.test(hostname);
}

/** The same for the same mail, in the domain of the sender. */
function messageIdOf(key: string, from: string): string {
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}

/**
 * 5xx for a recipient or the mail's content is final (RFC 5321, 4.2.1). For the login or the sender it is a setting
 * of ours that somebody puts right; everything else passes.
 */
function refusal(error: unknown): MailReceipt {
  const { code, command, responseCode, message } = smtpError.catch({ message: '' }).parse(error);
  const isOurSetting = code === 'EAUTH' || command === 'MAIL FROM';
  const isFinal = responseCode !== undefined && responseCode >= 500 && !isOurSetting;
  const what = [code, command, responseCode].filter((part) => part !== undefined).join(' ');
  return { ok: false, isFinal, reason: `SMTP: ${what} ${message.split('\n')[0] ?? ''}` };
}
