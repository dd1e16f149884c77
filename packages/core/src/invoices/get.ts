import {
  type DocumentLine,
  type InvoiceDetail,
  type invoiceGetInput,
  type Party,
  stateByCode,
} from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../errors.ts';
import { BILL_COLUMNS, BILL_JOINS, type BillRow, toInvoiceItem } from './list.ts';
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
};

/** jsonb arrives as text: Drizzle turns the driver's own parsing off. */
function parsed<T>(value: T): T {
  return typeof value === 'string' ? JSON.parse(value) : value;
}

/** One bill with its document, if it was issued, exactly as frozen. */
export async function get(ctx: Ctx, input: z.output<typeof invoiceGetInput>): Promise<InvoiceDetail> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  const [row] = await ctx.db.run<DetailRow>({
    name: 'invoice-get',
    text: `select ${BILL_COLUMNS}, d.id as document_id, d.kind, d.seller, d.buyer, d.place_of_supply, d.lines,
        p.paid_at as payment_at, p.method
      from app.top_up t ${BILL_JOINS} where t.project_id = $1::uuid and t.id = $2::uuid`,
    values: [projectId, input.invoiceId],
  });
  if (!row) throw notFound();
  return { invoice: toInvoiceItem(row), document: documentOf(row) };
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
