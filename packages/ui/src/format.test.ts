import { describe, expect, test } from 'vitest';
import {
  ageOf,
  formatBytes,
  formatCompact,
  formatCount,
  formatDate,
  formatDateTime,
  formatDateTimeZone,
  formatDay,
  formatMoney,
  formatPercent,
  formatPhone,
  formatTime,
  initialsOf,
  middleEllipsis,
  parseCount,
} from './format.ts';

describe('counts', () => {
  test.each([
    [0, '0'],
    [5, '5'],
    [999, '999'],
    [1_000, '1,000'],
    [12_480, '12,480'],
    [1_00_000, '1,00,000'],
    [12_34_567, '12,34,567'],
    [1_23_45_678, '1,23,45,678'],
    [-1_200, '\u22121,200'],
    [Number.MAX_SAFE_INTEGER, '9,00,71,99,25,47,40,991'],
  ])('groups %d by lakh and crore', (value, text) => expect(formatCount(value)).toBe(text));

  test('a fraction is refused, never rounded in silence', () => {
    expect(() => formatCount(1.5)).toThrow(RangeError);
    expect(() => formatCount(Number.NaN)).toThrow(RangeError);
  });

  test.each([
    ['1,000', 1000],
    [' 12,34,567 ', 12_34_567],
    ['12 480', 12_480],
    ['0007', 7],
  ])('reads the typed number %j', (text, value) => expect(parseCount(text)).toBe(value));

  test.each(['', '1.5', '-4', '1e3', 'five', '1234567890123456'])('%j is not a typed number', (text) =>
    expect(parseCount(text)).toBeNull(),
  );
});

describe('money', () => {
  test.each([
    [0, '₹0.00'],
    [7, '₹0.07'],
    [100, '₹1.00'],
    [500, '₹5.00'],
    [1_23_456_50, '₹1,23,456.50'],
    [12_34_56_789_00, '₹12,34,56,789.00'],
    [-500, '\u2212₹5.00'],
    [-7, '\u2212₹0.07'],
  ])('%d paise have two decimals and the sign before the rupee', (paise, text) =>
    expect(formatMoney(paise)).toBe(text),
  );

  test('a float amount is refused', () => expect(() => formatMoney(4.24)).toThrow(RangeError));

  test('digits equal those of ICU en-IN', () => {
    const icu = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
    for (const paise of [1, 99, 100, 12_345, 1_00_000_00, 98_76_54_321_09]) {
      expect(formatMoney(paise)).toBe(icu.format(paise / 100));
    }
  });
});

describe('compact numbers', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1_000, '1K'],
    [1_150, '1.2K'],
    [38_200, '38K'],
    [99_400, '99K'],
    [99_950, '1L'],
    [2_50_000, '2.5L'],
    [12_50_000, '13L'],
    [99_99_999, '1Cr'],
    [1_20_00_000, '1.2Cr'],
    [1_200_00_00_000, '1,200Cr'],
    [-38_200, '\u221238K'],
  ])('%d reads %s', (value, text) => expect(formatCompact(value)).toBe(text));
});

describe('percent and bytes', () => {
  test.each([
    [3, 4, '75%'],
    [9_999, 10_000, '99%'],
    [10_000, 10_000, '100%'],
    [1, 1_000, '<1%'],
    [0, 4, '0%'],
    [0, 0, '0%'],
  ])('%d of %d is %s', (part, whole, text) => expect(formatPercent(part, whole)).toBe(text));

  test.each([
    [0, '0\u00a0B'],
    [512, '512\u00a0B'],
    [1023.9, '1\u00a0KB'],
    [1_468_006, '1.4\u00a0MB'],
    [20 * 1024 * 1024, '20\u00a0MB'],
    [5 * 1024 ** 3, '5\u00a0GB'],
  ])('%d bytes read %s', (sizeBytes, text) => expect(formatBytes(sizeBytes)).toBe(text));
});

describe('dates are Indian Standard Time whatever the machine', () => {
  test('date, day, time and both', () => {
    const at = '2026-04-07T04:37:00Z';
    expect(formatDate(at)).toBe('7 Apr 2026');
    expect(formatDay(at)).toBe('7 Apr');
    expect(formatTime(at)).toBe('10:07');
    expect(formatDateTime(new Date(at))).toBe('7 Apr 2026, 10:07');
    expect(formatDateTimeZone(at)).toBe('7 Apr 2026, 10:07 IST');
  });

  test('September has three letters', () => expect(formatDate('2026-09-15T00:00:00Z')).toBe('15 Sep 2026'));

  test('the day turns at midnight in India, 18:30 UTC', () => {
    expect(formatDateTime('2026-03-31T18:29:59Z')).toBe('31 Mar 2026, 23:59');
    expect(formatDateTime('2026-03-31T18:30:00Z')).toBe('1 Apr 2026, 00:00');
    expect(formatDate('2025-12-31T18:30:00Z')).toBe('1 Jan 2026');
  });

  test('a calendar day is not shifted', () => expect(formatDate('2026-04-07')).toBe('7 Apr 2026'));
  test('what is no date is refused', () => expect(() => formatDate('soon')).toThrow(RangeError));

  test('age is told under 24 hours only', () => {
    const now = new Date('2026-04-07T10:00:00Z');
    expect(ageOf('2026-04-07T09:59:30Z', now)).toEqual({ count: 30, unit: 'second' });
    expect(ageOf('2026-04-07T09:56:00Z', now)).toEqual({ count: 4, unit: 'minute' });
    expect(ageOf('2026-04-06T10:00:01Z', now)).toEqual({ count: 23, unit: 'hour' });
    expect(ageOf('2026-04-06T10:00:00Z', now)).toBeNull();
    expect(ageOf('2026-04-07T10:05:00Z', now)).toBeNull();
    expect(ageOf('2026-04-07T10:00:05Z', now)).toEqual({ count: 0, unit: 'second' });
  });
});

describe('names', () => {
  test('an Indian phone is grouped 5-5, others stay', () => {
    expect(formatPhone('+919876543210')).toBe('+91 98765 43210');
    expect(formatPhone('+91••••••3210')).toBe('+91 ••••• •3210');
    expect(formatPhone('+14155550123')).toBe('+14155550123');
    expect(formatPhone('')).toBe('');
  });

  test('a long file name keeps its start, its end and its extension', () => {
    const cut = middleEllipsis('acme-emi-reminders-april-2026-final-v7.xlsx');
    expect([...cut]).toHaveLength(32);
    expect(cut.startsWith('acme-emi')).toBe(true);
    expect(cut.endsWith('.xlsx')).toBe(true);
    expect(middleEllipsis('leads.csv')).toBe('leads.csv');
    expect(middleEllipsis('pay_QqX1234567890abcdefghijklmnopqrstuv', 16)).toHaveLength(16);
  });

  test('initials are the first and last word, or none', () => {
    expect(initialsOf('Priya Sharma')).toBe('PS');
    expect(initialsOf('  asha ')).toBe('A');
    expect(initialsOf('A B C Deshmukh')).toBe('AD');
    expect(initialsOf('99 / ')).toBeNull();
    expect(initialsOf('')).toBeNull();
  });
});
