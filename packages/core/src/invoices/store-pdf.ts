import { createHash } from 'node:crypto';
import type { InvoiceDocument } from '@lead-credits/contract';
import type { Attachment, Ctx } from '../context.ts';
import { findDocumentFile } from '../document-file.ts';
import { assert } from '../errors.ts';
import { databaseOf } from '../transaction.ts';

/**
 * The PDF of an issued document, rendered and stored when it is first asked for. The first rendering that is stored
 * wins, and is given to everybody for ever: the same bytes, also after the template has changed. Rendered outside of
 * any transaction. Does not ask who wants it.
 */
export async function storePdf(
  ctx: Ctx,
  ids: { projectId: string; documentId: string },
  document: InvoiceDocument,
): Promise<Attachment> {
  const db = databaseOf(ctx);
  const stored = await findDocumentFile(db, ids);
  if (stored) return stored;
  const pdf = await ctx.documents.renderInvoice(document);
  await db.run({
    name: 'store-pdf',
    text: `insert into app.document_file (document_id, pdf, sha256, rendered_at)
      values ($1::uuid, $2::bytea, $3, $4::timestamptz) on conflict (document_id) do nothing`,
    values: [ids.documentId, pdf, createHash('sha256').update(pdf).digest('hex'), ctx.clock()],
  });
  const file = await findDocumentFile(db, ids);
  assert(file !== undefined, 'a PDF that was stored is never deleted');
  return file;
}
