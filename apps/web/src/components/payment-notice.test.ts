import { describe, expect, it } from 'vitest';
import type { TopUp } from '../api-types.ts';
import { confirmingPollMs, paymentNotice } from './payment-notice.ts';

const now = Date.parse('2026-04-07T04:37:00.000Z');
const ago = (seconds: number): string => new Date(now - seconds * 1_000).toISOString();

const open: TopUp = {
  topUpId: 'top_1',
  reference: 'CP-20260407-AZN7',
  units: 5,
  unitPricePaise: 100,
  amountPaise: 500,
  state: 'pending',
  orderId: 'order_1',
  createdAt: ago(60),
  expiresAt: ago(-3_600),
  paidAt: null,
  paymentReference: null,
  documentId: null,
  documentNumber: null,
  confirmingSince: null,
};
const confirming = { ...open, confirmingSince: ago(5) };
const paid: TopUp = {
  ...open,
  topUpId: 'top_2',
  state: 'paid',
  paidAt: ago(10),
  documentNumber: 'CP/26-27/000123',
};

describe('paymentNotice', () => {
  it('says nothing of a checkout that nobody paid', () => {
    expect(paymentNotice([open], now, null)).toBeNull();
  });

  it('says confirming before the result of an earlier payment', () => {
    expect(paymentNotice([paid, confirming], now, null)).toMatchObject({
      kind: 'confirming',
      amountPaise: 500,
      late: false,
    });
  });

  it('calls Razorpay late after two minutes', () => {
    expect(paymentNotice([{ ...open, confirmingSince: ago(119) }], now, null)).toMatchObject({ late: false });
    expect(paymentNotice([{ ...open, confirmingSince: ago(120) }], now, null)).toMatchObject({ late: true });
  });

  it('says nothing is confirming once it is paid', () => {
    expect(paymentNotice([{ ...paid, confirmingSince: ago(20) }], now, null)).toMatchObject({
      kind: 'added',
      units: 5,
      number: 'CP/26-27/000123',
    });
  });

  it('tells a result for half an hour, unless it was dismissed', () => {
    expect(paymentNotice([{ ...paid, paidAt: ago(1_799) }], now, null)).not.toBeNull();
    expect(paymentNotice([{ ...paid, paidAt: ago(1_801) }], now, null)).toBeNull();
    expect(paymentNotice([paid], now, 'top_2')).toBeNull();
    expect(paymentNotice([paid], now, 'top_1')).not.toBeNull();
  });
});

describe('confirmingPollMs', () => {
  it('asks fast for half a minute, then slowly, and not at all otherwise', () => {
    expect(confirmingPollMs([confirming], now)).toBe(2_000);
    expect(confirmingPollMs([{ ...open, confirmingSince: ago(31) }], now)).toBe(30_000);
    expect(confirmingPollMs([open, paid], now)).toBe(false);
  });
});
