import type { DocumentLine, Party } from './invoices.ts';

/**
 * `tax_invoice`: Rule 46 · `credit_note`: Rule 53(1A) · `invoice`: of a seller who is not registered and shows no GST ·
 * `payment_request`: a bill that waits for its payment and has no number yet.
 */
export type DocumentKind = 'tax_invoice' | 'credit_note' | 'invoice' | 'payment_request';

/**
 * Everything that a document prints, as frozen at issue: what core hands to whoever draws it. A plain value. Amounts
 * are integer paise; nothing is computed from it but sums.
 */
export type InvoiceDocument = {
  kind: DocumentKind;
  /** Consecutive number of its series; null for a payment request alone. */
  number: string | null;
  /** Public reference of the bill, CP-20260407-AZN7. */
  reference: string;
  issuedAt: Date;
  /** When an invoice or request raised by staff is to be paid; null where it was paid at once. */
  dueAt: Date | null;
  seller: Party;
  buyer: Party;
  /** Null where no GST is shown, and while a payment request does not know it yet. */
  placeOfSupply: { stateCode: string; stateName: string } | null;
  lines: readonly DocumentLine[];
  /** The total in words, made from paise. */
  amountInWords: string;
  /** How it was paid, or (credit note) refunded; null while it is not. `method` is the product's payment method. */
  payment: { reference: string; method: string; paidAt: Date } | null;
  /** Credits that came with it, or (credit note) were taken back. */
  credits: { count: number; projectName: string } | null;
  /** The tax invoice that a credit note takes back, or that a corrected invoice replaces. */
  corrects: { number: string; issuedAt: Date } | null;
  /** Why a credit note was issued. */
  reason: string | null;
};
