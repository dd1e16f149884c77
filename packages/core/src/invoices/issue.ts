import { toDate } from '@lead-credits/db';
import { v7 } from 'uuid';
import { assert, only } from '../errors.ts';
import type { TransactionCtx } from '../transaction.ts';
import { draftOf, readBill } from './bill.ts';
import { financialYear, invoiceNumber } from './number.ts';

/**
 * Issues the tax invoice of a bill that was just paid, in the settling transaction: the buyer as the billing account
 * says at this moment, the amount really paid split inclusively (Rule 35), and the next number of the series. A seller
 * without GSTIN issues a plain invoice without tax. The document is frozen; its date is today's, never back-dated.
 */
export async function issueForTopUp(
  tx: TransactionCtx,
  { topUpId, projectId }: { topUpId: string; projectId: string },
): Promise<{ documentId: string; number: string }> {
  const bill = await readBill(tx.db, projectId, topUpId);
  assert(bill !== undefined, 'a bill that is paid has a seller and a billing account');
  const { seller, buyer, placeOfSupplyCode, split, line } = draftOf(bill);
  const kind = seller.gstin === null ? 'invoice' : 'tax_invoice';
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
      JSON.stringify(seller),
      JSON.stringify(buyer),
      placeOfSupplyCode,
      JSON.stringify([line]),
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
