import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from './fixtures/invoice-number.json' with { type: 'json' };
import {
  checkInvoiceNumber,
  financialYear,
  indianDate,
  invoiceNumber,
  publicReference,
  REFERENCE_ALPHABET,
} from './number.ts';

const REASONS: Readonly<Record<string, string>> = {
  empty: 'empty',
  '18 chars': 'length',
  'starts with 0 (IRP)': 'first_character',
  'starts with / (IRP)': 'first_character',
  'starts with - (IRP)': 'first_character',
};
const anyInstant = fc.date({ min: new Date('2017-07-01'), max: new Date('2099-12-31'), noInvalidDate: true });

describe('financialYear', () => {
  it.each(vectors.financial_year)('puts %s on %s in %s', (instant = '', date = '', label = '') => {
    expect(indianDate(new Date(instant))).toBe(date);
    expect(financialYear(new Date(instant))).toEqual({
      startYear: Number(label.slice(0, 4)),
      label: label.slice(2),
    });
  });

  it('agrees with the calendar of Asia/Kolkata at any instant', () => {
    const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' });
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(indianDate(instant)).toBe(calendar.format(instant));
      }),
    );
  });

  it('writes the turn of a century with two digits each', () => {
    expect(financialYear(new Date('2099-04-01T00:00:00Z')).label).toBe('99-00');
  });

  it('refuses an invalid date', () => {
    expect(() => financialYear(new Date('never'))).toThrow(RangeError);
  });
});

describe('invoiceNumber', () => {
  const year = { startYear: 2026, label: '26-27' };

  it('counts up in six digits and more', () => {
    expect(invoiceNumber('CP', year, 123)).toBe('CP/26-27/000123');
    expect(invoiceNumber('CP', year, 999_999)).toBe('CP/26-27/999999');
    expect(invoiceNumber('CP', year, 1_000_000)).toBe('CP/26-27/1000000');
    expect(invoiceNumber('CPC', year, 1)).toBe('CPC/26-27/000001');
  });

  it.each([
    ['CP', 10_000_000],
    ['CPCN', 1],
    ['', 1],
    ['0P', 1],
    ['C P', 1],
    ['सी', 1],
  ])('refuses the prefix %j with serial %d, which Rule 46 or the IRP would', (prefix, serial) => {
    expect(() => invoiceNumber(prefix, year, serial)).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses the serial %s', (serial) => {
    expect(() => invoiceNumber('CP', year, serial)).toThrow(RangeError);
  });

  it('is lawful and different for every serial and year', () => {
    const serials = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(anyInstant, serials, serials, (instant, one, other) => {
        const first = invoiceNumber('CP', financialYear(instant), one);
        expect(checkInvoiceNumber(first)).toEqual({ ok: true, key: first });
        expect(first.length).toBeLessThanOrEqual(16);
        expect(first === invoiceNumber('CP', financialYear(instant), other)).toBe(one === other);
      }),
    );
  });
});

describe('checkInvoiceNumber', () => {
  it.each(vectors.valid)('accepts %s', (value) => {
    expect(checkInvoiceNumber(value)).toEqual({ ok: true, key: value.toUpperCase() });
  });

  it.each(vectors.invalid)('refuses %j: %s', (value = '', reason = '') => {
    expect(checkInvoiceNumber(value)).toEqual({ ok: false, reason: REASONS[reason] ?? 'characters' });
  });

  it.each(vectors.same_number)('gives %s and %s one key', (one = '', other = '') => {
    expect(checkInvoiceNumber(one)).toEqual(checkInvoiceNumber(other));
  });
});

describe('publicReference', () => {
  it('carries the date in India and four characters of the injected chance', () => {
    const picks = [26, 10, 28, 0];
    const reference = publicReference(new Date('2026-04-06T18:30:00Z'), () => picks.shift() ?? 0);
    expect(reference).toBe('CP-20260407-XDZ2');
  });

  it('uses the whole alphabet and nothing that is misread or spells a word', () => {
    expect(new Set(REFERENCE_ALPHABET).size).toBe(29);
    expect(REFERENCE_ALPHABET).not.toMatch(/[AEIOU01]/);
    fc.assert(
      fc.property(
        anyInstant,
        fc.array(fc.nat({ max: 28 }), { minLength: 4, maxLength: 4 }),
        (instant, picks) => {
          const queue = [...picks];
          const reference = publicReference(instant, (n) => Math.min(queue.shift() ?? 0, n - 1));
          expect(reference).toMatch(/^CP-\d{8}-[2-9B-DF-HJ-NP-TV-Z]{4}$/);
          expect(checkInvoiceNumber(reference).ok).toBe(true);
        },
      ),
    );
  });
});
