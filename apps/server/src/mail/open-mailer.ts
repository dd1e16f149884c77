import type { Mailer, OutgoingMail } from '@lead-credits/core';
import { maskText } from '../describe-error.ts';
import type { Env } from '../env.ts';
import type { Logger } from '../log.ts';
import { StartRefused } from '../start-refused.ts';
import { resendMailer } from './resend-mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';

/** How mails leave this installation. What a provider refuses stands in the log, without addresses. */
export function openMailer(env: Pick<Env, 'mail' | 'mailFrom' | 'isProduction'>, log: Logger): Mailer {
  const mailer = chooseMailer(env, log);
  return {
    send: async (mail: OutgoingMail) => {
      const receipt = await mailer.send(mail);
      if (!receipt.ok) {
        const { isFinal, reason } = receipt;
        log.warn(
          { key: mail.key, isFinal, reason: maskText(reason) },
          'the mail provider did not take a mail',
        );
      }
      return receipt;
    },
  };
}

function chooseMailer(
  { mail, mailFrom: from, isProduction }: Pick<Env, 'mail' | 'mailFrom' | 'isProduction'>,
  log: Logger,
): Mailer {
  if (mail.kind === 'resend') return resendMailer({ apiKey: mail.apiKey, baseUrl: mail.baseUrl, from });
  if (mail.kind === 'smtp') return smtpMailer({ url: mail.url, from, log });
  if (isProduction) throw new StartRefused('Production has no local outbox: set RESEND_API_KEY or SMTP_URL.');
  return localOutbox;
}

/** Goes nowhere: the stored mail is all there is of it, and `/outbox` shows it. */
const localOutbox: Mailer = { send: async () => ({ ok: true, providerId: null }) };
