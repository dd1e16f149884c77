import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfSupply, splitByKind, splitTax, type TaxKind, type TaxSplit, taxKind } from './gst.ts';

const [header = '', ...lines] = readFileSync(new URL('./fixtures/tax-split.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const columns = header.split(',');
/** Only the last column, the note, is quoted and may hold commas. */
const rows = lines.map((line): Record<string, string> => {
  const cells = line.split(',');
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
});
const BUYER_KINDS: Record<string, 'sez' | 'overseas'> = { sez_lut: 'sez', overseas_lut: 'overseas' };

function splitRow(row: Record<string, string>): TaxSplit {
  return splitTax({
    amountPaise: Number(row.amount_entered_paise),
    priceIncludesTax: row.price_mode === 'inclusive',
    rateBp: Number(row.rate_pct) * 100,
    sellerRegistered: true,
    sellerStateCode: row.seller_state ?? '',
    placeOfSupplyCode: row.place_of_supply ?? '',
    buyerKind: BUYER_KINDS[row.buyer_type ?? ''] ?? 'domestic',
  });
}

describe('splitTax', () => {
  it('has vectors to compare with', () => {
    expect(rows).toHaveLength(55);
  });

  it.each(rows)('splits $id: $amount_entered_paise paise $price_mode', (row) => {
    expect(Number(row.qty) * Number(row.unit_price_paise) - Number(row.discount_paise)).toBe(
      Number(row.amount_entered_paise),
    );
    const { taxablePaise, cgstPaise, sgstPaise, utgstPaise, igstPaise, totalPaise } = splitRow(row);
    expect({ taxablePaise, cgstPaise, sgstPaise, utgstPaise, igstPaise, totalPaise }).toEqual({
      taxablePaise: Number(row.taxable_paise),
      cgstPaise: Number(row.cgst_paise),
      sgstPaise: Number(row.sgst_paise),
      utgstPaise: Number(row.utgst_paise),
      igstPaise: Number(row.igst_paise),
      totalPaise: Number(row.total_paise),
    });
  });

  const karnataka = { rateBp: 1800, sellerRegistered: true, sellerStateCode: '29', placeOfSupplyCode: '29' };

  it('splits one rupee differently within a State and across its border', () => {
    const rupee = { ...karnataka, amountPaise: 100, priceIncludesTax: true };
    expect(splitTax(rupee)).toMatchObject({ kind: 'intra', taxablePaise: 84, cgstPaise: 8, sgstPaise: 8 });
    expect(splitTax({ ...rupee, placeOfSupplyCode: '27' })).toMatchObject({
      kind: 'inter',
      taxablePaise: 85,
      igstPaise: 15,
    });
  });

  it('shows no GST for a seller who is not registered', () => {
    for (const priceIncludesTax of [true, false]) {
      const split = splitTax({ ...karnataka, amountPaise: 500, priceIncludesTax, sellerRegistered: false });
      expect(split).toEqual({
        kind: 'none',
        rateBp: 0,
        taxablePaise: 500,
        cgstPaise: 0,
        sgstPaise: 0,
        utgstPaise: 0,
        igstPaise: 0,
        totalPaise: 500,
      });
    }
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses an amount of %s',
    (amountPaise) => {
      expect(() => splitTax({ ...karnataka, amountPaise, priceIncludesTax: true })).toThrow(RangeError);
    },
  );

  it('refuses an exclusive amount whose total is no safe integer', () => {
    const amountPaise = Number.MAX_SAFE_INTEGER;
    expect(() => splitTax({ ...karnataka, amountPaise, priceIncludesTax: false })).toThrow(RangeError);
  });

  it.each([-1, 10_001, 18.5, Number.NaN])('refuses a rate of %s basis points', (rateBp) => {
    expect(() => splitTax({ ...karnataka, amountPaise: 100, priceIncludesTax: true, rateBp })).toThrow(
      RangeError,
    );
  });
});

const anyAmount = fc.oneof(fc.nat({ max: 2_000 }), fc.nat({ max: 50_00_00_000 }), fc.maxSafeNat());
const anyRate = fc.oneof(fc.constantFrom(0, 25, 300, 500, 1200, 1800, 2800, 4000), fc.nat({ max: 10_000 }));
const anyKind = fc.constantFrom<TaxKind>('intra', 'intra_ut', 'inter', 'none');

function partsOf(split: TaxSplit): number[] {
  return [split.taxablePaise, split.cgstPaise, split.sgstPaise, split.utgstPaise, split.igstPaise];
}

describe('splitByKind, for any amount, rate and kind', () => {
  it('keeps an inclusive total, and its parts are integers ≥ 0 that add up to it', () => {
    fc.assert(
      fc.property(anyAmount, anyRate, anyKind, (amountPaise, rateBp, kind) => {
        const split = splitByKind({ amountPaise, priceIncludesTax: true, rateBp, kind });
        expect(split.totalPaise).toBe(amountPaise);
        expect(partsOf(split).reduce((sum, part) => sum + part, 0)).toBe(amountPaise);
        expect(partsOf(split).every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps an exclusive taxable value, and adds the tax to it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50_00_00_000 }), anyRate, anyKind, (amountPaise, rateBp, kind) => {
        const split = splitByKind({ amountPaise, priceIncludesTax: false, rateBp, kind });
        expect(split.taxablePaise).toBe(amountPaise);
        expect(partsOf(split).reduce((sum, part) => sum + part, 0)).toBe(split.totalPaise);
      }),
    );
  });

  it("levies CGST equal to the State's half, and never IGST beside it", () => {
    fc.assert(
      fc.property(
        anyAmount,
        anyRate,
        anyKind,
        fc.boolean(),
        (amountPaise, rateBp, kind, priceIncludesTax) => {
          fc.pre(priceIncludesTax || amountPaise <= 50_00_00_000);
          const split = splitByKind({ amountPaise, priceIncludesTax, rateBp, kind });
          expect(split.cgstPaise).toBe(split.sgstPaise + split.utgstPaise);
          expect(split.sgstPaise * split.utgstPaise).toBe(0);
          expect(split.cgstPaise * split.igstPaise).toBe(0);
        },
      ),
    );
  });

  it('is within half a paisa of the exact share of each head', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50_00_00_000 }), anyRate, (amountPaise, rateBp) => {
        const intra = splitByKind({ amountPaise, priceIncludesTax: true, rateBp, kind: 'intra' });
        const inter = splitByKind({ amountPaise, priceIncludesTax: true, rateBp, kind: 'inter' });
        const exact = (amountPaise * rateBp) / (10_000 + rateBp);
        expect(Math.abs(inter.igstPaise - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(Math.abs(intra.cgstPaise - exact / 2)).toBeLessThanOrEqual(0.5 + 1e-6);
      }),
    );
  });

  it('never lowers a head or the total when the amount grows', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 50_00_00_000 }),
        fc.nat({ max: 1000 }),
        anyRate,
        anyKind,
        fc.boolean(),
        (amountPaise, more, rateBp, kind, priceIncludesTax) => {
          const low = splitByKind({ amountPaise, priceIncludesTax, rateBp, kind });
          const high = splitByKind({ amountPaise: amountPaise + more, priceIncludesTax, rateBp, kind });
          for (const part of ['cgstPaise', 'sgstPaise', 'utgstPaise', 'igstPaise', 'totalPaise'] as const) {
            expect(high[part]).toBeGreaterThanOrEqual(low[part]);
          }
        },
      ),
    );
  });

  it('splits an exclusive total inclusively into the same parts', () => {
    fc.assert(
      fc.property(fc.nat({ max: 50_00_00_000 }), anyRate, anyKind, (amountPaise, rateBp, kind) => {
        const exclusive = splitByKind({ amountPaise, priceIncludesTax: false, rateBp, kind });
        const again = splitByKind({
          amountPaise: exclusive.totalPaise,
          priceIncludesTax: true,
          rateBp,
          kind,
        });
        expect(again).toEqual(exclusive);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('taxKind', () => {
  const parties = { sellerRegistered: true, sellerStateCode: '29', placeOfSupplyCode: '29' };

  it.each([
    ['29', '29', 'intra'],
    ['29', '27', 'inter'],
    ['07', '07', 'intra'],
    ['34', '34', 'intra'],
    ['01', '01', 'intra'],
    ['04', '04', 'intra_ut'],
    ['26', '26', 'intra_ut'],
    ['31', '31', 'intra_ut'],
    ['35', '35', 'intra_ut'],
    ['38', '38', 'intra_ut'],
    ['97', '97', 'intra_ut'],
    ['04', '03', 'inter'],
    ['29', '96', 'inter'],
    ['26', '25', 'intra_ut'],
    ['28', '37', 'intra'],
  ])('from %s to %s is %s', (sellerStateCode, placeOfSupplyCode, kind) => {
    expect(taxKind({ sellerRegistered: true, sellerStateCode, placeOfSupplyCode })).toBe(kind);
  });

  it("is inter-State for an SEZ and for a buyer abroad even in the seller's own State", () => {
    expect(taxKind({ ...parties, buyerKind: 'sez' })).toBe('inter');
    expect(taxKind({ ...parties, buyerKind: 'overseas' })).toBe('inter');
  });

  it.each(['', '00', '96', '99', 'KA'])('refuses a seller in State %j', (sellerStateCode) => {
    expect(() => taxKind({ ...parties, sellerStateCode })).toThrow(RangeError);
  });

  it.each(['', '00', '99', 'KA'])('refuses the place of supply %j', (placeOfSupplyCode) => {
    expect(() => taxKind({ ...parties, placeOfSupplyCode })).toThrow(RangeError);
  });
});

describe('placeOfSupply', () => {
  it('is the State of the GSTIN, also where the address is elsewhere', () => {
    expect(placeOfSupply({ gstin: '29AAACI4798L1ZU', stateCode: '27' })).toBe('29');
    expect(placeOfSupply({ gstin: '0717UNO00211UN2', stateCode: '27' })).toBe('07');
  });

  it('is the State of the address for a buyer without GSTIN', () => {
    expect(placeOfSupply({ stateCode: '27' })).toBe('27');
    expect(placeOfSupply({ gstin: null, stateCode: '27' })).toBe('27');
    expect(placeOfSupply({ gstin: '', stateCode: '27' })).toBe('27');
  });

  it('moves retired codes to their successors', () => {
    expect(placeOfSupply({ gstin: '25AAACI1681G1ZT', stateCode: '24' })).toBe('26');
    expect(placeOfSupply({ stateCode: '28' })).toBe('37');
  });

  it('refuses a GSTIN or a State that does not exist, rather than guessing', () => {
    expect(() => placeOfSupply({ gstin: '29AAACI4798L1ZX', stateCode: '29' })).toThrow(RangeError);
    expect(() => placeOfSupply({ stateCode: '' })).toThrow(RangeError);
    expect(() => placeOfSupply({ stateCode: '99' })).toThrow(RangeError);
  });
});
