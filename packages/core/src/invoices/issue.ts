import { type DocumentLine, type Party, stateByCode } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import { v7 } from 'uuid';
import { only } from '../errors.ts';
import type { TransactionCtx } from '../transaction.ts';
import { placeOfSupply, splitTax, type TaxSplit } from './gst.ts';
import { financialYear, invoiceNumber } from './number.ts';

type BillRow = {
  seller_id: string;
  units: number;
  unit_price_paise: number;
  price_includes_tax: boolean;
  tax_rate_bp: number;
  amount_paise: number;
  seller_name: string;
  seller_gstin: string | null;
  seller_address: string[];
  seller_state_code: string;
  sac: string;
  number_prefix: string;
  account_name: string;
  gstin: string | null;
  address_line_1: string;
  address_line_2: string | null;
  city: string;
  state_code: string;
  pincode: string;
};

/**
 * Issues the tax invoice of a bill that was just paid, in the settling transaction: the buyer as the billing account
 * says at this moment, the amount really paid split inclusively (Rule 35), and the next number of the series. A seller
 * without GSTIN issues a plain invoice without tax. The document is frozen; its date is today's, never back-dated.
 */
export async function issueForTopUp(
  tx: TransactionCtx,
  { topUpId, projectId }: { topUpId: string; projectId: string },
): Promise<{ documentId: string; number: string }> {
  const bill = await readBill(tx, projectId, topUpId);
  const buyerPlace = placeOfSupply({ gstin: bill.gstin, stateCode: bill.state_code });
  const sellerRegistered = bill.seller_gstin !== null;
  const split = splitTax({
    amountPaise: bill.amount_paise,
    priceIncludesTax: true,
    rateBp: bill.tax_rate_bp,
    sellerRegistered,
    sellerStateCode: bill.seller_state_code,
    placeOfSupplyCode: buyerPlace,
  });
  const kind = sellerRegistered ? 'tax_invoice' : 'invoice';
  const { serial, issuedAt } = await nextSerial(tx, bill.seller_id, kind);
  const year = financialYear(issuedAt);
  const number = invoiceNumber(bill.number_prefix, year, serial);
  const documentId = v7();
  await tx.db.run({
    name: 'issue-document',
    text: `insert into app.document (id, project_id, kind, top_up_id, seller_id, fy, serial, number, issued_at, seller,
        buyer, place_of_supply, lines, taxable_paise, cgst_paise, sgst_paise, utgst_paise, igst_paise, total_paise,
        bill_paise)
      values ($1::uuid, $2::uuid, $3::app.document_kind, $4::uuid, $5::uuid, $6::int, $7::int, $8, $9::timestamptz,
        $10::jsonb, $11::jsonb, $12, $13::jsonb, $14::bigint, $15::bigint, $16::bigint, $17::bigint, $18::bigint,
        $19::bigint, $19::bigint)`,
    values: [
      documentId,
      projectId,
      kind,
      topUpId,
      bill.seller_id,
      year.startYear,
      serial,
      number,
      issuedAt,
      JSON.stringify(sellerOf(bill)),
      JSON.stringify(buyerOf(bill)),
      buyerPlace,
      JSON.stringify([lineOf(bill, split)]),
      split.taxablePaise,
      split.cgstPaise,
      split.sgstPaise,
      split.utgstPaise,
      split.igstPaise,
      split.totalPaise,
    ],
  });
  return { documentId, number };
}

async function readBill(tx: TransactionCtx, projectId: string, topUpId: string): Promise<BillRow> {
  const rows = await tx.db.run<BillRow>({
    name: 'bill-to-issue',
    text: `select t.seller_id, t.units, t.unit_price_paise, t.price_includes_tax, t.tax_rate_bp, t.amount_paise,
        s.name as seller_name, s.gstin as seller_gstin, s.address as seller_address, s.state_code as seller_state_code,
        s.sac, s.number_prefix, b.account_name, b.gstin, b.address_line_1, b.address_line_2, b.city, b.state_code, b.pincode
      from app.top_up t
      join app.seller s on s.id = t.seller_id
      join app.billing_profile b on b.project_id = t.project_id
      where t.project_id = $1::uuid and t.id = $2::uuid`,
    values: [projectId, topUpId],
  });
  return only(rows, 'a bill with seller and billing account');
}

/**
 * The next number of the seller's series in this financial year: a locked row, never a Postgres sequence, which would
 * leave gaps (CGST Rule 46(b): consecutive). The last lock a settlement takes. A clock that went back keeps the order.
 */
async function nextSerial(
  tx: TransactionCtx,
  sellerId: string,
  kind: 'tax_invoice' | 'invoice',
): Promise<{ serial: number; issuedAt: Date }> {
  const now = tx.clock();
  const rows = await tx.db.run<{ serial: number; issued_at: string }>({
    name: 'next-serial',
    text: `insert into app.series (seller_id, fy, kind, next, last_issued_at)
      values ($1::uuid, $2::int, $3::app.document_kind, 2, $4::timestamptz)
      on conflict (seller_id, fy, kind) do update
        set next = app.series.next + 1, last_issued_at = greatest(app.series.last_issued_at, excluded.last_issued_at)
      returning next - 1 as serial, last_issued_at as issued_at`,
    values: [sellerId, financialYear(now).startYear, kind, now],
  });
  const { serial, issued_at: issuedAt } = only(rows, 'the next number of a series');
  return { serial, issuedAt: toDate(issuedAt) };
}

function sellerOf(bill: BillRow): Party {
  return {
    name: bill.seller_name,
    gstin: bill.seller_gstin,
    address: bill.seller_address,
    stateCode: bill.seller_state_code,
    stateName: stateByCode(bill.seller_state_code)?.name ?? '',
  };
}

function buyerOf(bill: BillRow): Party {
  const lines = [bill.address_line_1, bill.address_line_2, `${bill.city} ${bill.pincode}`];
  return {
    name: bill.account_name,
    gstin: bill.gstin,
    address: lines.filter((line): line is string => Boolean(line)),
    stateCode: bill.state_code,
    stateName: stateByCode(bill.state_code)?.name ?? '',
  };
}

function lineOf(bill: BillRow, { kind: _kind, rateBp, ...parts }: TaxSplit): DocumentLine {
  return {
    description: 'Lead credits',
    sac: bill.sac,
    quantity: bill.units,
    unitPricePaise: bill.unit_price_paise,
    priceIncludesTax: bill.price_includes_tax,
    taxRateBp: rateBp,
    ...parts,
  };
}
