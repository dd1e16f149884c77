import { describe, expect, it } from 'vitest';

type Cards = {
  networkOf(number: string): { name: string; digits: number; cvvDigits: number } | undefined;
  testCard(number: string): { reason: string | null } | undefined;
  groupedNumber(number: string): string;
  groupedExpiry(text: string): string;
  isFutureExpiry(text: string, today: Date): boolean;
};
// A browser file without types, so by its address.
const cards: Cards = await import(new URL('../public/checkout/cards.js', import.meta.url).href);

describe('cards', () => {
  it.each([
    ['4100 2800 0000 1007', 'Visa', null],
    ['5500 6700 0000 1002', 'MasterCard', null],
    ['6527 6589 0000 1005', 'RuPay', null],
    ['3402 560004 01007', 'American Express', null],
    ['4100 2800 0008 0001', 'Visa', 'insufficient_fund'],
    ['4100 2800 0009 0000', 'Visa', 'payment_timed_out'],
    ['4100 2800 0007 0002', 'Visa', 'payment_cancelled'],
    ['4100 2800 0002 0007', 'Visa', 'gateway_technical_error'],
  ])('%s is %s and answers %s', (number, network, reason) => {
    expect(cards.networkOf(number)?.name).toBe(network);
    expect(cards.testCard(number)).toEqual({ reason });
    expect(cards.groupedNumber(number.replaceAll(' ', ''))).toBe(number);
  });

  it('knows no other card, so that a real number is never sent', () => {
    expect(cards.testCard('4242 4242 4242 4242')).toBeUndefined();
    expect(cards.testCard('')).toBeUndefined();
    expect(cards.networkOf('9')).toBeUndefined();
  });

  it('takes a month until its last day', () => {
    const today = new Date(2026, 10, 30);
    expect(cards.groupedExpiry('1126')).toBe('11 / 26');
    expect(cards.isFutureExpiry('11 / 26', today)).toBe(true);
    expect(cards.isFutureExpiry('10 / 26', today)).toBe(false);
    expect(cards.isFutureExpiry('13 / 30', today)).toBe(false);
    expect(cards.isFutureExpiry('12/26', today)).toBe(true);
  });
});
