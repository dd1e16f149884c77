import type { InvoiceDocument } from '@lead-credits/contract';

/** Most lines of one document; one line per price is usual. */
export const MAX_LINES = 500;

export type Totals = {
  taxablePaise: number;
  cgstPaise: number;
  sgstPaise: number;
  utgstPaise: number;
  igstPaise: number;
  totalPaise: number;
};

const PARTS = ['taxablePaise', 'cgstPaise', 'sgstPaise', 'utgstPaise', 'igstPaise', 'totalPaise'] as const;

/** The sums of the lines. */
export function totalsOf(lines: readonly Readonly<Totals>[]): Totals {
  const totals = { taxablePaise: 0, cgstPaise: 0, sgstPaise: 0, utgstPaise: 0, igstPaise: 0, totalPaise: 0 };
  for (const line of lines) for (const part of PARTS) totals[part] += line[part];
  return totals;
}

/** Tax that a document shows: everything but the taxable value. */
export function taxOf(totals: Readonly<Totals>): number {
  return totals.totalPaise - totals.taxablePaise;
}

/**
 * Throws for a document that must not be printed: a particular that Rule 46 or 53 asks for is missing, its parts do
 * not add up, or GST is shown by a seller who is not registered. Such a document is a mistake of the caller.
 */
export function assertPrintable(document: InvoiceDocument): void {
  for (const problem of problemsOf(document)) {
    throw new Error(`${document.kind} ${document.reference} cannot be printed: ${problem}`);
  }
}

function problemsOf(document: InvoiceDocument): string[] {
  const totals = totalsOf(document.lines);
  const heads = totals.cgstPaise + totals.sgstPaise + totals.utgstPaise + totals.igstPaise;
  const showsGst = document.kind === 'tax_invoice' || heads > 0;
  const isNumbered = document.kind !== 'payment_request';
  const problems: [boolean, string][] = [
    [document.lines.length === 0 || document.lines.length > MAX_LINES, 'it has no lines or too many'],
    [PARTS.some((part) => !Number.isSafeInteger(totals[part])), 'an amount is not integer paise'],
    [totals.taxablePaise + heads !== totals.totalPaise, 'its parts do not add up to the total'],
    [isNumbered !== (document.number !== null), 'a number belongs to every kind but a payment request'],
    [Number.isNaN(document.issuedAt.getTime()), 'it has no date of issue'],
    [document.kind === 'invoice' && heads > 0, 'a seller who is not registered shows no GST'],
    [showsGst && document.seller.gstin === null, "the seller's GSTIN is missing"],
    [showsGst && isNumbered && document.placeOfSupply === null, 'the place of supply is missing'],
    [document.kind === 'credit_note' && document.corrects === null, 'the invoice that it credits is missing'],
  ];
  return problems.filter(([isProblem]) => isProblem).map(([, problem]) => problem);
}
