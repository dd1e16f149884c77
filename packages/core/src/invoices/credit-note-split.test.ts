import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitCreditNote } from './credit-note-split.ts';
import vectors from './fixtures/credit-notes.json' with { type: 'json' };
import { splitByKind, splitTax, type TaxKind, type TaxSplit } from './gst.ts';

/** The notes of an invoice, one after the other. */
function notesOf(invoice: TaxSplit, amounts: readonly number[]): TaxSplit[] {
  let creditedPaise = 0;
  return amounts.map((amountPaise) => {
    const note = splitCreditNote({ invoice, creditedPaise, amountPaise });
    creditedPaise += amountPaise;
    return note;
  });
}

function inSnakeCase(split: TaxSplit): Record<string, number> {
  return {
    taxable_paise: split.taxablePaise,
    cgst_paise: split.cgstPaise,
    sgst_paise: split.sgstPaise,
    igst_paise: split.igstPaise,
  };
}

const invoiceOf = (amountPaise: number, kind: TaxKind = 'intra'): TaxSplit =>
  splitByKind({ amountPaise, priceIncludesTax: true, rateBp: 1800, kind });

describe('splitCreditNote', () => {
  it.each(vectors.cases)('splits the notes of an invoice of $invoice.total_paise paise', (vector) => {
    const invoice = splitTax({
      amountPaise: vector.invoice.total_paise,
      priceIncludesTax: true,
      rateBp: 1800,
      sellerRegistered: true,
      sellerStateCode: vector.seller,
      placeOfSupplyCode: vector.pos,
    });
    expect({ total_paise: invoice.totalPaise, ...inSnakeCase(invoice) }).toEqual(vector.invoice);
    const notes = notesOf(
      invoice,
      vector.notes.map((note) => note.refund_paise),
    );
    expect(notes.map((note) => ({ refund_paise: note.totalPaise, ...inSnakeCase(note) }))).toEqual(
      vector.notes,
    );
  });

  it('adds up to the invoice in every part, however it is cut, for inclusive and exclusive prices', () => {
    const kinds = fc.constantFrom<TaxKind>('intra', 'intra_ut', 'inter', 'none');
    const cuts = fc.array(fc.integer({ min: 100, max: 5_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        kinds,
        cuts,
        fc.boolean(),
        fc.constantFrom(0, 500, 1200, 1800, 2800),
        (kind, cut, ...rest) => {
          const [priceIncludesTax, rateBp] = rest;
          const amountPaise = cut.reduce((sum, part) => sum + part, 0);
          const invoice = splitByKind({ amountPaise, priceIncludesTax, rateBp, kind });
          // An exclusive total is larger than the cuts: the last note takes what is left.
          const notes = notesOf(
            invoice,
            invoice.totalPaise > amountPaise ? [...cut, invoice.totalPaise - amountPaise] : cut,
          );
          for (const part of ['taxablePaise', 'cgstPaise', 'sgstPaise', 'utgstPaise', 'igstPaise'] as const) {
            expect(notes.reduce((sum, note) => sum + note[part], 0)).toBe(invoice[part]);
            expect(notes.every((note) => note[part] >= 0)).toBe(true);
          }
          expect(notes.every((note) => note.cgstPaise === note.sgstPaise + note.utgstPaise)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps the kind and the rate of the invoice', () => {
    const note = splitCreditNote({ invoice: invoiceOf(500, 'intra_ut'), creditedPaise: 0, amountPaise: 500 });
    expect(note).toEqual(invoiceOf(500, 'intra_ut'));
  });

  it('refuses to credit more than is left', () => {
    expect(() => splitCreditNote({ invoice: invoiceOf(500), creditedPaise: 401, amountPaise: 100 })).toThrow(
      /more/,
    );
  });

  it.each([0, -100, 1.5, Number.NaN])('refuses to credit %s paise', (amountPaise) => {
    expect(() => splitCreditNote({ invoice: invoiceOf(500), creditedPaise: 0, amountPaise })).toThrow(
      RangeError,
    );
  });

  it('refuses the one-paisa note that would need a negative taxable value', () => {
    expect(() => splitCreditNote({ invoice: invoiceOf(7), creditedPaise: 6, amountPaise: 1 })).toThrow(
      /one paisa/,
    );
  });

  it('refuses an invoice whose parts no rule of ours gives', () => {
    const invoice = { ...invoiceOf(500), taxablePaise: 425, igstPaise: 75, cgstPaise: 0, sgstPaise: 0 };
    expect(() => splitCreditNote({ invoice, creditedPaise: 0, amountPaise: 100 })).toThrow(/not a split/);
  });
});
