import { describe, expect, it } from 'vitest';
import { formatAmount, formatCount, formatDate, formatRate, formatRupees } from './format.ts';

describe('formatAmount', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [500, '5.00'],
    [9999900, '99,999.00'],
    [10000000, '1,00,000.00'],
    [123456789, '12,34,567.89'],
    [100000000000, '1,00,00,00,000.00'],
    [99_99_99_99_99_999_99, '99,99,99,99,99,999.99'],
  ])('groups %d paise the Indian way: %s', (paise, expected) => {
    expect(formatAmount(paise)).toBe(expected);
    expect(formatRupees(paise)).toBe(`₹${expected}`);
  });
});

describe('formatCount', () => {
  it('groups without decimals', () => {
    expect(formatCount(10_000_000)).toBe('1,00,00,000');
  });
});

describe('formatDate', () => {
  it.each([
    ['2026-04-06T18:29:59Z', '06 Apr 2026'],
    ['2026-04-06T18:30:00Z', '07 Apr 2026'],
    ['2026-12-31T20:00:00Z', '01 Jan 2027'],
  ])('shows %s as %s, the date in India', (instant, expected) => {
    expect(formatDate(new Date(instant))).toBe(expected);
  });
});

describe('formatRate', () => {
  it.each([
    [1800, '18%'],
    [900, '9%'],
    [250, '2.5%'],
    [12.5, '0.125%'],
    [0, '0%'],
  ])('writes %d basis points as %s', (rateBp, expected) => {
    expect(formatRate(rateBp)).toBe(expected);
  });
});
