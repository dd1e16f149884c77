import {
  decodeId,
  encodeId,
  type INVOICE_STATUSES,
  type InvoiceItem,
  type InvoiceList,
  type invoiceListInput,
} from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { placeOfSupply, splitTax } from './gst.ts';

export type BillRow = {
  id: string;
  reference: string;
  units: number;
  amount_paise: number;
  tax_rate_bp: number;
  state: (typeof INVOICE_STATUSES)[number];
  created_at: string;
  due_at: string;
  paid_at: string | null;
  payment_reference: string | null;
  number: string | null;
  issued_at: string | null;
  taxable_paise: number | null;
  cgst_paise: number | null;
  sgst_paise: number | null;
  utgst_paise: number | null;
  igst_paise: number | null;
  seller_gstin: string | null;
  seller_state_code: string;
  buyer_gstin: string | null;
  buyer_state_code: string | null;
};

/** The columns a bill is shown with; `t` is the top-up, `d` its document, `p` its payment. */
export const BILL_COLUMNS = `t.id, t.reference, t.units, t.amount_paise, t.tax_rate_bp, t.state, t.created_at, t.due_at,
  t.paid_at, p.reference as payment_reference, d.number, d.issued_at, d.taxable_paise, d.cgst_paise, d.sgst_paise,
  d.utgst_paise, d.igst_paise, s.gstin as seller_gstin, s.state_code as seller_state_code, b.gstin as buyer_gstin,
  b.state_code as buyer_state_code`;
export const BILL_JOINS = `join app.seller s on s.id = t.seller_id
  left join app.payment p on p.top_up_id = t.id
  left join app.document d on d.top_up_id = t.id and d.kind <> 'credit_note' and d.version = 1
  left join app.billing_profile b on b.project_id = t.project_id`;

/** The tax of a bill: its document's, or what the document would say if it were paid now. */
function partsOf(
  row: BillRow,
): Pick<InvoiceItem, 'taxablePaise' | 'cgstPaise' | 'sgstPaise' | 'utgstPaise' | 'igstPaise'> {
  if (row.taxable_paise !== null) {
    return {
      taxablePaise: row.taxable_paise,
      cgstPaise: row.cgst_paise ?? 0,
      sgstPaise: row.sgst_paise ?? 0,
      utgstPaise: row.utgst_paise ?? 0,
      igstPaise: row.igst_paise ?? 0,
    };
  }
  const buyerStateCode = row.buyer_state_code ?? row.seller_state_code;
  const { taxablePaise, cgstPaise, sgstPaise, utgstPaise, igstPaise } = splitTax({
    amountPaise: row.amount_paise,
    priceIncludesTax: true,
    rateBp: row.tax_rate_bp,
    sellerRegistered: row.seller_gstin !== null,
    sellerStateCode: row.seller_state_code,
    placeOfSupplyCode: placeOfSupply({ gstin: row.buyer_gstin, stateCode: buyerStateCode }),
  });
  return { taxablePaise, cgstPaise, sgstPaise, utgstPaise, igstPaise };
}

/** A bill as pages and programs see it. Period is the date of the bill: when it was paid, else when it was made. */
export function toInvoiceItem(row: BillRow): InvoiceItem {
  return {
    id: row.id,
    reference: row.reference,
    number: row.number,
    issuedAt: row.issued_at === null ? null : toDate(row.issued_at),
    billedAt: toDate(row.paid_at ?? row.created_at),
    dueAt: toDate(row.paid_at ?? row.due_at),
    status: row.state,
    units: row.units,
    totalPaise: row.amount_paise,
    ...partsOf(row),
    paymentReference: row.payment_reference,
  };
}

/** Every bill of a project, newest first: paid, waiting, and checkouts that were never paid. Keyset paging. */
export async function list(ctx: Ctx, input: z.output<typeof invoiceListInput>): Promise<InvoiceList> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  const before = input.cursor ? decodeId('topUp', input.cursor) : 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const rows = await ctx.db.run<BillRow>({
    name: 'invoice-list',
    text: `select ${BILL_COLUMNS} from app.top_up t ${BILL_JOINS}
      where t.project_id = $1::uuid and t.id < $2::uuid order by t.id desc limit $3::int`,
    values: [projectId, before, input.limit + 1],
  });
  const items = rows.slice(0, input.limit).map(toInvoiceItem);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > input.limit && last ? encodeId('topUp', last.id) : null };
}
