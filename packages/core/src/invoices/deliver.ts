import type { InvoiceDocument, MailState } from '@lead-credits/contract';
import { v7 } from 'uuid';
import { asSystem, type Ctx } from '../context.ts';
import { notFound, only } from '../errors.ts';
import { sendMail } from '../send-mail.ts';
import { findPrintable } from './printable.ts';
import { storePdf } from './store-pdf.ts';

type Ids = { documentId: string; projectId: string };

/**
 * Brings an issued document to the billing recipients: renders and stores its PDF, writes its mail, hands it over.
 * Each step is stored before the next and done once, so it may be killed anywhere, run again and run twice at once:
 * one PDF, one mail. The recipients are those of the billing account at the moment the mail is written. A provider
 * that fails is no error: the mail stays waiting, and `sweepMails` tries it again. Gives the state of the mail.
 * NOT_FOUND for a document that the project has not. Run by the job; asks nobody's rights.
 */
export async function deliverDocument(ctx: Ctx, ids: Ids): Promise<MailState> {
  const system = asSystem(ctx, 'deliver-document');
  const document = await findPrintable(system.db, ids);
  if (!document) throw notFound();
  await storePdf(system, ids, document);
  return sendMail(system, await writeMail(system, ids, document));
}

/** The first mail about a document. A second one, if ever it is sent again, has the next number. */
const mailKey = (documentId: string): string => `invoice/${documentId}/1`;

/** The id of the document's mail, which is written if there is none. Mail and delivery are one statement. */
async function writeMail(ctx: Ctx, ids: Ids, document: InvoiceDocument): Promise<string> {
  const key = mailKey(ids.documentId);
  const written = await findMail(ctx, ids.projectId, key);
  if (written) return written.id;
  const { subject, html, text } = ctx.documents.writeInvoiceMail(document, ctx.settings.publicUrl);
  await ctx.db.run({
    name: 'write-invoice-mail',
    text: `with written as (
        insert into app.mail (id, key, project_id, kind, recipients, subject, html, plain, document_id, next_attempt_at,
          created_at)
        select $1::uuid, $2, b.project_id, 'invoice', b.recipient_emails, $5, $6, $7, $4::uuid, $8::timestamptz,
          $8::timestamptz
        from app.billing_profile b where b.project_id = $3::uuid
        on conflict (key) do nothing
        returning id)
      insert into app.document_delivery (id, document_id, mail_id) select $9::uuid, $4::uuid, id from written`,
    values: [v7(), key, ids.projectId, ids.documentId, subject, html, text, ctx.clock(), v7()],
  });
  const mail = await findMail(ctx, ids.projectId, key);
  return only(mail ? [mail] : [], 'the mail of a document').id;
}

async function findMail(ctx: Ctx, projectId: string, key: string): Promise<{ id: string } | undefined> {
  const [mail] = await ctx.db.run<{ id: string }>({
    name: 'mail-by-key',
    text: 'select id from app.mail where project_id = $1::uuid and key = $2',
    values: [projectId, key],
  });
  return mail;
}
