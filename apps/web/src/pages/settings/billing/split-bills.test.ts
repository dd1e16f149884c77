import { describe, expect, it } from 'vitest';
import type { Bill, TopUp } from '../../../api-types.ts';
import { splitBills } from './split-bills.ts';

const bill: Bill = {
  id: 'top_1',
  reference: 'CP-20260407-AZN7',
  number: null,
  issuedAt: null,
  billedAt: '2026-04-07T04:37:00.000Z',
  dueAt: '2026-04-07T04:37:00.000Z',
  status: 'pending',
  units: 5,
  totalPaise: 500,
  taxablePaise: 424,
  cgstPaise: 38,
  sgstPaise: 38,
  utgstPaise: 0,
  igstPaise: 0,
  paymentReference: null,
};

const topUp: TopUp = {
  topUpId: 'top_1',
  reference: 'CP-20260407-AZN7',
  units: 5,
  unitPricePaise: 100,
  amountPaise: 500,
  state: 'pending',
  orderId: 'order_1',
  createdAt: '2026-04-07T04:37:00.000Z',
  expiresAt: '2026-04-10T04:37:00.000Z',
  paidAt: null,
  paymentReference: null,
  documentId: null,
  documentNumber: null,
  confirmingSince: null,
};

describe('splitBills', () => {
  it('puts an open checkout apart, with the time until which it can be paid', () => {
    const { bills, unpaid } = splitBills([bill], [topUp]);
    expect(bills).toEqual([]);
    expect(unpaid).toMatchObject([{ reference: 'CP-20260407-AZN7', openUntil: topUp.expiresAt }]);
  });

  it('puts a discarded or expired checkout apart, closed', () => {
    const { unpaid } = splitBills([{ ...bill, status: 'expired' }], []);
    expect(unpaid).toMatchObject([{ openUntil: null }]);
  });

  it('keeps a payment that is being confirmed among the bills', () => {
    const confirming = { ...topUp, confirmingSince: '2026-04-07T04:38:00.000Z' };
    expect(splitBills([bill], [confirming]).bills).toHaveLength(1);
  });

  it.each(['paid', 'sent', 'void'] as const)('keeps a bill that is %s', (status) => {
    expect(splitBills([{ ...bill, status }], [topUp]).bills).toHaveLength(1);
  });
});
