import type { MailState } from '@lead-credits/contract';
import type { Ctx, MailReceipt } from './context.ts';
import { findDocumentFile } from './document-file.ts';
import { assert } from './errors.ts';
import { databaseOf } from './transaction.ts';

/**
 * Pauses between the attempts, in seconds. Ten attempts within 16 hours: a provider that is down for a night is
 * survived, and all of them fall into the 24 h for which Resend remembers a key.
 */
const PAUSES_SECONDS = [10, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 28_800] as const;
export const MAX_MAIL_ATTEMPTS = PAUSES_SECONDS.length + 1;

/** Longer than a provider is waited for: after it, whoever was sending is taken for dead. */
const LEASE_MS = 120_000;
/** At 10 s for a provider that does not answer, less than the 10 min a scheduled job may run. */
const SWEEP_LIMIT = 50;
const MAX_REASON_LENGTH = 300;
const ADDRESS = /[^\s<>"']+@[^\s<>"',;]+/g;

type ClaimedMail = {
  id: string;
  key: string;
  project_id: string | null;
  recipients: string[];
  subject: string;
  html: string;
  plain: string;
  document_id: string | null;
  attempts: number;
};

/**
 * Hands a stored mail to the provider if it is due, and stores what came of it: sent, waiting for its next attempt, or
 * failed. Gives its state. Of any number of callers at once one sends; one that dies while sending is followed after
 * two minutes, under the same key, so that a provider that knows keys sends it once all the same. No transaction is
 * open meanwhile. What the provider's refusal says is kept without addresses.
 */
export async function sendMail(ctx: Ctx, mailId: string): Promise<MailState> {
  const mail = await claim(ctx, mailId);
  if (!mail) return readState(ctx, mailId);
  const { key, recipients: to, subject, html, plain: text } = mail;
  const attachments = await attachmentsOf(ctx, mail);
  const receipt = await ctx.mailer.send({ key, to, subject, html, text, attachments });
  if (receipt.ok) await recordSent(ctx, mail, receipt.providerId);
  else await recordFailure(ctx, mail, receipt);
  return readState(ctx, mailId);
}

async function claim(ctx: Ctx, mailId: string): Promise<ClaimedMail | undefined> {
  const now = ctx.clock();
  const [mail] = await databaseOf(ctx).run<ClaimedMail>({
    name: 'claim-mail',
    text: `update app.mail set attempts = attempts + 1, next_attempt_at = $3::timestamptz
      where id = $1::uuid and state = 'waiting' and next_attempt_at <= $2::timestamptz and attempts < $4::int
      returning id, key, project_id, recipients, subject, html, plain, document_id, attempts`,
    values: [mailId, now, new Date(now.getTime() + LEASE_MS), MAX_MAIL_ATTEMPTS],
  });
  return mail;
}

async function attachmentsOf(
  ctx: Ctx,
  mail: ClaimedMail,
): Promise<Parameters<Ctx['mailer']['send']>[0]['attachments']> {
  if (mail.document_id === null || mail.project_id === null) return [];
  const file = await findDocumentFile(ctx.db, { projectId: mail.project_id, documentId: mail.document_id });
  assert(file !== undefined, 'a document is rendered before its mail is written');
  return [file];
}

/** Sent is sent, also when it was said so late that the lease had gone to somebody else. */
async function recordSent(ctx: Ctx, { id }: ClaimedMail, providerId: string | null): Promise<void> {
  await ctx.db.run({
    name: 'mail-sent',
    text: `update app.mail set state = 'sent', sent_at = $2::timestamptz, next_attempt_at = null, provider_id = $3,
        last_error = null
      where id = $1::uuid and state <> 'sent'`,
    values: [id, ctx.clock(), providerId],
  });
}

async function recordFailure(
  ctx: Ctx,
  { id, attempts }: ClaimedMail,
  { isFinal, reason }: Extract<MailReceipt, { ok: false }>,
): Promise<void> {
  const pauseSeconds = isFinal ? undefined : PAUSES_SECONDS[attempts - 1];
  const nextAttemptAt =
    pauseSeconds === undefined ? null : new Date(ctx.clock().getTime() + pauseSeconds * 1_000);
  await ctx.db.run({
    name: 'mail-failed',
    text: `update app.mail set state = case when $3::timestamptz is null then 'failed' else state end,
        next_attempt_at = $3::timestamptz, last_error = $4
      where id = $1::uuid and state = 'waiting' and attempts = $2::int`,
    values: [id, attempts, nextAttemptAt, withoutAddresses(reason)],
  });
}

function withoutAddresses(reason: string): string {
  return reason.replace(ADDRESS, '[address]').slice(0, MAX_REASON_LENGTH);
}

async function readState(ctx: Ctx, mailId: string): Promise<MailState> {
  const [row] = await ctx.db.run<{ state: MailState }>({
    name: 'mail-state',
    text: 'select state from app.mail where id = $1::uuid',
    values: [mailId],
  });
  assert(row !== undefined, 'a mail is never deleted');
  return row.state;
}

/**
 * Sends the mails whose next attempt is due, the longest waiting first, one after the other; gives how many were sent.
 * Gives up those whose last sender died.
 */
export async function sweepMails(ctx: Ctx): Promise<number> {
  const now = ctx.clock();
  await ctx.db.run({
    name: 'give-up-mails',
    text: `update app.mail set state = 'failed', next_attempt_at = null,
        last_error = coalesce(last_error, 'interrupted while sending')
      where state = 'waiting' and next_attempt_at <= $1::timestamptz and attempts >= $2::int`,
    values: [now, MAX_MAIL_ATTEMPTS],
  });
  const due = await ctx.db.run<{ id: string }>({
    name: 'due-mails',
    text: `select id from app.mail where state = 'waiting' and next_attempt_at <= $1::timestamptz
      order by next_attempt_at limit ${SWEEP_LIMIT}`,
    values: [now],
  });
  let sent = 0;
  for (const { id } of due) if ((await sendMail(ctx, id)) === 'sent') sent += 1;
  return sent;
}
