import { authorize } from '../access.ts';
import type { Attachment, Ctx } from '../context.ts';
import { PDF_TYPE, pdfName } from '../document-file.ts';
import { assert, DomainError, notFound } from '../errors.ts';
import { readBill } from './bill.ts';
import { findPrintable, paymentRequest } from './printable.ts';
import { storePdf } from './store-pdf.ts';

/**
 * The PDF of a bill, by the id of the bill (`top_…` outside), for whoever may read the project's billing. Of a paid
 * bill the stored tax invoice, rendered and stored now if the job has not come to it. Of a bill that waits for its
 * payment a payment request, drawn anew each time and never stored. TOP_UP_NOT_OPEN where it was withdrawn or expired;
 * NOT_FOUND for strangers.
 */
export async function readPdf(ctx: Ctx, { invoiceId }: { invoiceId: string }): Promise<Attachment> {
  const [found] = await ctx.db.run<{ project_id: string; document_id: string | null }>({
    name: 'bill-project',
    text: `select t.project_id, d.id as document_id from app.top_up t
      left join app.document d on d.top_up_id = t.id and d.kind <> 'credit_note' and d.version = 1
      where t.id = $1::uuid`,
    values: [invoiceId],
  });
  // Also without a bill the caller is asked who they are: nobody learns without a session which ids exist.
  const { projectId } = await authorize(ctx, found?.project_id ?? invoiceId, 'billing.read');
  if (!found) throw notFound();
  return found.document_id === null
    ? drawRequest(ctx, projectId, invoiceId)
    : readDocument(ctx, { projectId, documentId: found.document_id });
}

async function readDocument(ctx: Ctx, ids: { projectId: string; documentId: string }): Promise<Attachment> {
  const document = await findPrintable(ctx.db, ids);
  assert(document !== undefined, 'a document that was found in the project is in the project');
  return storePdf(ctx, ids, document);
}

async function drawRequest(ctx: Ctx, projectId: string, topUpId: string): Promise<Attachment> {
  const bill = await readBill(ctx.db, projectId, topUpId);
  assert(bill !== undefined, 'no bill is made without a billing account');
  if (bill.state !== 'pending' && bill.state !== 'sent') {
    throw new DomainError('TOP_UP_NOT_OPEN', { state: bill.state });
  }
  return {
    fileName: pdfName(`payment-request-${bill.reference}`),
    contentType: PDF_TYPE,
    bytes: await ctx.documents.renderInvoice(paymentRequest(bill)),
  };
}
