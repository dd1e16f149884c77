import { MAX_TOP_UP_UNITS, MIN_PAYABLE_PAISE } from '@lead-credits/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TOP_UP_PAISE, type PriceTerms, quote, unitsForShortage } from './quote.ts';

const rupee: PriceTerms = {
  unitPricePaise: 100,
  priceIncludesTax: true,
  rateBp: 1800,
  sellerRegistered: true,
  sellerStateCode: '29',
  placeOfSupplyCode: '29',
};

describe('quote', () => {
  it('sells 5 credits at ₹1.00 for ₹5.00 with the GST inside', () => {
    expect(quote({ ...rupee, units: 5 })).toEqual({
      units: 5,
      unitPricePaise: 100,
      amountPaise: 500,
      taxablePaise: 424,
      cgstPaise: 38,
      sgstPaise: 38,
      utgstPaise: 0,
      igstPaise: 0,
      taxPaise: 76,
      taxKind: 'intra',
      taxRateBp: 1800,
      placeOfSupplyKnown: true,
      belowMinimum: false,
      aboveMaximum: false,
    });
  });

  it('adds the tax to an exclusive price', () => {
    const exclusive = quote({ ...rupee, priceIncludesTax: false, units: 5 });
    expect(exclusive).toMatchObject({
      amountPaise: 590,
      taxablePaise: 500,
      cgstPaise: 45,
      sgstPaise: 45,
      taxPaise: 90,
    });
  });

  it('assumes an inter-State supply while the place of supply is not known, and says so', () => {
    const quoted = quote({ ...rupee, placeOfSupplyCode: undefined, units: 5 });
    expect(quoted).toMatchObject({
      taxKind: 'inter',
      igstPaise: 76,
      amountPaise: 500,
      placeOfSupplyKnown: false,
    });
  });

  it('shows no tax where the seller is not registered', () => {
    for (const placeOfSupplyCode of [undefined, '27']) {
      const quoted = quote({ ...rupee, sellerRegistered: false, placeOfSupplyCode, units: 5 });
      expect(quoted).toMatchObject({
        taxKind: 'none',
        taxRateBp: 0,
        taxPaise: 0,
        taxablePaise: 500,
        amountPaise: 500,
      });
    }
  });

  it('measures the minimum of ₹1.00 on the total payable, tax included', () => {
    const cheap = { ...rupee, unitPricePaise: 85, units: 1 };
    expect(quote(cheap)).toMatchObject({ amountPaise: 85, belowMinimum: true });
    expect(quote({ ...cheap, priceIncludesTax: false })).toMatchObject({
      amountPaise: 101,
      belowMinimum: false,
    });
    expect(quote({ ...rupee, units: 1 })).toMatchObject({ amountPaise: 100, belowMinimum: false });
    expect(quote({ ...rupee, unitPricePaise: 99, units: 1 }).belowMinimum).toBe(true);
  });

  it('flags an amount above the cap, to the paisa', () => {
    const dear = { ...rupee, unitPricePaise: 50 };
    expect(quote({ ...dear, units: MAX_TOP_UP_UNITS })).toMatchObject({
      amountPaise: MAX_TOP_UP_PAISE,
      aboveMaximum: false,
    });
    expect(quote({ ...rupee, unitPricePaise: MAX_TOP_UP_PAISE + 1, units: 1 }).aboveMaximum).toBe(true);
    expect(quote({ ...dear, priceIncludesTax: false, units: MAX_TOP_UP_UNITS }).aboveMaximum).toBe(true);
  });

  it.each([0, -5, 1.5, Number.NaN, MAX_TOP_UP_UNITS + 1])('refuses %s credits', (units) => {
    expect(() => quote({ ...rupee, units })).toThrow(RangeError);
  });

  it.each([0, -1, 0.5, Number.NaN, Number.MAX_SAFE_INTEGER])(
    'refuses a price of %s paise',
    (unitPricePaise) => {
      expect(() => quote({ ...rupee, unitPricePaise, units: 2 })).toThrow(RangeError);
    },
  );

  it('refuses States that do not exist rather than charging the wrong tax', () => {
    expect(() => quote({ ...rupee, sellerStateCode: '00', units: 1 })).toThrow(RangeError);
    expect(() => quote({ ...rupee, placeOfSupplyCode: '', units: 1 })).toThrow(RangeError);
  });
});

describe('unitsForShortage', () => {
  it.each([
    [4, 100, true, 4],
    [0, 100, true, 1],
    [1, 99, true, 2],
    [1, 85, false, 1],
    [1, 84, false, 1],
    [1, 83, false, 2],
    [3, 7, true, 15],
    [3, 1, true, 100],
    [3, 1, false, 84],
    [38_200, 1, true, 38_200],
    [1_000_000_000_000, 100_000, true, 1_000_000_000_000],
  ])(
    'covers a shortage of %d at %d paise (inclusive: %s) with %d',
    (shortage, unitPricePaise, priceIncludesTax, units) => {
      expect(unitsForShortage(shortage, { ...rupee, unitPricePaise, priceIncludesTax })).toBe(units);
    },
  );

  it('is the smallest number that covers the shortage and can be paid', () => {
    const terms = fc.record({
      unitPricePaise: fc.integer({ min: 1, max: 300 }),
      priceIncludesTax: fc.boolean(),
      rateBp: fc.constantFrom(0, 500, 1800),
      sellerRegistered: fc.boolean(),
      sellerStateCode: fc.constantFrom('29', '04'),
      placeOfSupplyCode: fc.constantFrom('29', '04', undefined),
    });
    fc.assert(
      fc.property(fc.nat({ max: 150 }), terms, (shortage, price) => {
        const units = unitsForShortage(shortage, price);
        expect(units).toBeGreaterThanOrEqual(shortage);
        expect(quote({ ...price, units }).belowMinimum).toBe(false);
        if (units > Math.max(shortage, 1)) {
          expect(quote({ ...price, units: units - 1 }).amountPaise).toBeLessThan(MIN_PAYABLE_PAISE);
        }
      }),
    );
  });

  it.each([-1, 0.5, Number.NaN])('refuses a shortage of %s', (shortage) => {
    expect(() => unitsForShortage(shortage, rupee)).toThrow(RangeError);
  });
});
