import { describe, expect, it } from 'vitest';
import { toOrder, toPayment } from './entities.ts';
import {
  disputeSchema,
  errorBodySchema,
  eventSchema,
  orderSchema,
  paymentCollectionSchema,
  paymentSchema,
  RAZORPAY_ID,
  refundSchema,
} from './wire.ts';

const order = {
  id: 'order_Rh7wAgItmmXdp2',
  entity: 'order',
  amount: 500,
  amount_paid: 0,
  amount_due: 500,
  currency: 'INR',
  receipt: 'CP-20260407-AZN7',
  offer_id: null,
  status: 'created',
  attempts: 0,
  notes: [],
  created_at: 1775520000,
};

const payment = {
  id: 'pay_Rh7yjzYMTOq4f1',
  entity: 'payment',
  amount: 500,
  currency: 'INR',
  status: 'captured',
  order_id: order.id,
  invoice_id: null,
  international: false,
  method: 'upi',
  amount_refunded: 0,
  refund_status: null,
  captured: true,
  description: 'Leads × 5',
  card_id: null,
  bank: null,
  wallet: null,
  vpa: 'priya@okhdfcbank',
  email: 'priya@example.in',
  contact: '+919876543210',
  notes: { reference: 'CP-20260407-AZN7' },
  fee: 12,
  tax: 2,
  error_code: null,
  error_description: null,
  error_source: null,
  error_step: null,
  error_reason: null,
  acquirer_data: { rrn: '609700123456', upi_transaction_id: 'A1B2' },
  created_at: 1775520060,
  upi: { vpa: 'priya@okhdfcbank', payer_account_type: 'bank_account', flow: 'intent' },
};

const event = {
  entity: 'event',
  account_id: 'acc_BFQ7uQEaa7j2z7',
  event: 'payment.captured',
  contains: ['payment'],
  payload: { payment: { entity: payment } },
  created_at: 1775520061,
};

describe('what the schemas take', () => {
  it('takes an order and a payment as Razorpay documents them', () => {
    expect(orderSchema.parse(order)).toEqual(order);
    expect(paymentSchema.parse(payment)).toEqual(payment);
  });

  it.each([
    ['a field nobody knows', { reward: null, provider: { x: 1 } }],
    ['notes as an empty list', { notes: [] }],
    ['error fields as empty text', { error_code: '', error_description: '' }],
    ['no acquirer data, as in order.paid', { acquirer_data: undefined }],
    ['acquirer data as an empty list', { acquirer_data: [] }],
    ['acquirer data with a null', { acquirer_data: { transaction_id: null } }],
    ['no fee before capture', { fee: null, tax: null, status: 'authorized', captured: false }],
    ['no vpa on a failed intent', { vpa: undefined, upi: undefined, status: 'failed', captured: false }],
    [
      'a failed card that says captured',
      { status: 'failed', method: 'card', captured: true, card: { last4: '1007' } },
    ],
    ['a card with nulls', { method: 'card', card: { last4: null, network: null, issuer: null } }],
    ['no order, as in a dispute', { order_id: null }],
  ])('takes a payment with %s', (_, change) => {
    expect(paymentSchema.safeParse({ ...payment, ...change }).success).toBe(true);
  });

  it('takes an event whatever the order of its keys, with unknown payload entities and an inner created_at', () => {
    const { created_at, ...rest } = event;
    const shuffled = Object.fromEntries(Object.entries(rest).reverse());
    const odd = {
      ...shuffled,
      payload: { ...rest.payload, created_at, 'settlement.ondemand': { entity: {} } },
    };
    expect(eventSchema.parse(odd).payload.payment?.entity.id).toBe(payment.id);
    expect(eventSchema.safeParse({ ...event, event: 'invoice.paid', payload: {} }).success).toBe(true);
  });

  it('takes an automatic refund, a dispute and an error body', () => {
    const refund = {
      id: 'rfnd_Rh8zjzYMTOq4f1',
      entity: 'refund',
      amount: 500,
      currency: 'INR',
      payment_id: payment.id,
    };
    expect(refundSchema.safeParse({ ...refund, status: 'processed', notes: [], created_at: 1 }).success).toBe(
      true,
    );
    const dispute = { id: 'disp_Rh9zjzYMTOq4f1', entity: 'dispute', payment_id: payment.id, currency: 'INR' };
    const amounts = { amount: 300, amount_deducted: 0, status: 'open', phase: 'chargeback', created_at: 1 };
    expect(disputeSchema.safeParse({ ...dispute, ...amounts }).success).toBe(true);
    expect(errorBodySchema.safeParse({ error: { code: 'BAD_REQUEST_ERROR', metadata: [] } }).success).toBe(
      true,
    );
    expect(
      paymentCollectionSchema.parse({ entity: 'collection', count: 1, items: [payment] }).items,
    ).toHaveLength(1);
  });
});

describe('what the schemas refuse', () => {
  it.each([
    ['a fraction of a paisa', { amount: 500.5 }],
    ['an amount as text', { amount: '500' }],
    ['a negative amount', { amount: -500 }],
    ['an amount past exact integers', { amount: 2 ** 60 }],
    ['no amount', { amount: undefined }],
    ['a status nobody knows', { status: 'settled' }],
    ['captured as text', { captured: 'true' }],
    ['a currency in lower case', { currency: 'inr' }],
    ['no currency', { currency: undefined }],
    ['an id of another kind', { id: order.id }],
    ['an id that leaves the path', { id: 'pay_../../orders/1' }],
    ['a short id', { id: 'pay_123' }],
    ['an order id of another kind', { order_id: 'pay_Rh7yjzYMTOq4f1' }],
    ['a refunded amount as a fraction', { amount_refunded: 0.1 }],
  ])('refuses a payment with %s', (_, change) => {
    expect(paymentSchema.safeParse({ ...payment, ...change }).success).toBe(false);
    const wrapped = { ...event, payload: { payment: { entity: { ...payment, ...change } } } };
    expect(eventSchema.safeParse(wrapped).success).toBe(false);
  });

  it('refuses ids with a newline, a query or lower-case kinds swapped', () => {
    for (const id of [`${payment.id}\n`, `${payment.id}?x=1`, `../${payment.id}`, 'PAY_Rh7yjzYMTOq4f1', '']) {
      expect(RAZORPAY_ID.test(id)).toBe(false);
    }
  });
});

describe('our own view', () => {
  it('names units and drops nulls and empty text', () => {
    expect(toOrder(orderSchema.parse(order))).toEqual({
      id: order.id,
      amountPaise: 500,
      amountPaidPaise: 0,
      amountDuePaise: 500,
      currency: 'INR',
      receipt: 'CP-20260407-AZN7',
      status: 'created',
      attempts: 0,
      createdAt: new Date('2026-04-07T00:00:00Z'),
    });
    const ours = toPayment(paymentSchema.parse({ ...payment, error_code: '', bank: null }));
    expect(ours).toMatchObject({
      orderId: order.id,
      amountPaise: 500,
      feePaise: 12,
      taxPaise: 2,
      captured: true,
    });
    expect(ours.errorCode).toBeUndefined();
    expect(ours.bank).toBeUndefined();
    expect(ours.acquirerReference).toBe('609700123456');
  });

  it.each([
    [{ bank_transaction_id: '0125836177' }, '0125836177'],
    [{ transaction_id: 'W77' }, 'W77'],
    [{ auth_code: '828553', rrn: null }, '828553'],
    [{ transaction_id: null }, undefined],
    [[], undefined],
    [undefined, undefined],
  ])('finds the bank reference in %j', (acquirer_data, expected) => {
    expect(toPayment(paymentSchema.parse({ ...payment, acquirer_data })).acquirerReference).toBe(expected);
  });

  it('keeps last4 and network of a card', () => {
    const card = { id: 'card_Rh7yjzYMTOq4f1', last4: '1007', network: 'Visa', type: 'credit', issuer: null };
    expect(toPayment(paymentSchema.parse({ ...payment, method: 'card', card })).card).toEqual({
      last4: '1007',
      network: 'Visa',
    });
  });
});
