import {
  type DocumentLine,
  type InvoiceDetail,
  type invoiceGetInput,
  type MailState,
  type Party,
  stateByCode,
} from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../errors.ts';
import { BILL_COLUMNS, BILL_JOINS, type BillRow, toInvoiceItem } from './list.ts';
import { parsed } from './printable.ts';
import { amountInWords } from './words.ts';

type DetailRow = BillRow & {
  document_id: string | null;
  kind: 'tax_invoice' | 'credit_note' | 'invoice';
  seller: Party;
  buyer: Party;
  place_of_supply: string;
  lines: DocumentLine[];
  payment_at: string | null;
  method: string | null;
  mail_state: MailState | null;
  recipients: string[];
  attempts: number;
  sent_at: string | null;
  last_error: string | null;
};

/** One bill with its document, if it was issued, exactly as frozen, and how the mail about it is doing. */
export async function get(ctx: Ctx, input: z.output<typeof invoiceGetInput>): Promise<InvoiceDetail> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  const [row] = await ctx.db.run<DetailRow>({
    name: 'invoice-get',
    text: `select ${BILL_COLUMNS}, d.id as document_id, d.kind, d.seller, d.buyer, d.place_of_supply, d.lines,
        p.paid_at as payment_at, p.method, m.state as mail_state, m.recipients, m.attempts, m.sent_at, m.last_error
      from app.top_up t ${BILL_JOINS}
      left join lateral (select state, recipients, attempts, sent_at, last_error from app.mail
        join app.document_delivery on mail_id = mail.id
        where mail.project_id = t.project_id and document_delivery.document_id = d.id
        order by mail.id desc limit 1) m on true
      where t.project_id = $1::uuid and t.id = $2::uuid`,
    values: [projectId, input.invoiceId],
  });
  if (!row) throw notFound();
  return { invoice: toInvoiceItem(row), document: documentOf(row), delivery: deliveryOf(row) };
}

function deliveryOf(row: DetailRow): InvoiceDetail['delivery'] {
  if (row.mail_state === null) return null;
  const { mail_state: state, recipients, attempts, sent_at: sentAt, last_error: lastError } = row;
  return { state, recipients, attempts, sentAt: sentAt === null ? null : toDate(sentAt), lastError };
}

function documentOf(row: DetailRow): InvoiceDetail['document'] {
  if (row.document_id === null || row.number === null || row.issued_at === null) return null;
  return {
    id: row.document_id,
    kind: row.kind,
    number: row.number,
    issuedAt: toDate(row.issued_at),
    seller: parsed(row.seller),
    buyer: parsed(row.buyer),
    placeOfSupply: {
      stateCode: row.place_of_supply,
      stateName: stateByCode(row.place_of_supply)?.name ?? '',
    },
    lines: parsed(row.lines),
    amountInWords: amountInWords(row.amount_paise),
    paidAt: row.payment_at === null ? null : toDate(row.payment_at),
    paymentMethod: row.method,
  };
}
