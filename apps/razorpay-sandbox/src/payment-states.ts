/**
 * Razorpay's orders, payments and refunds as pure functions from one state to the next:
 * payment created → authorized → captured, or failed, or refunded by Razorpay itself;
 * order created → attempted → paid, never back.
 */
import type { WireOrder, WirePayment, WireRefund } from '@lead-credits/razorpay/wire';
import type { Failure } from './failures.ts';
import { newDigits, newId, newUpiReference } from './ids.ts';
import { FEE_BASIS_POINTS, FEE_GST_BASIS_POINTS } from './limits.ts';
import type { Method } from './methods.ts';

/** What the payer gave. No card number, CVV or OTP ever gets here: the checkout page keeps them. */
export type Instrument = {
  method: Method;
  vpa?: string;
  bank?: string;
  wallet?: string;
  cardNetwork?: string;
  cardLast4?: string;
  email?: string;
  contact?: string;
};

export function newOrder(
  input: { amountPaise: number; currency: string; receipt: string | null; notes: Record<string, unknown> },
  now: Date,
): WireOrder {
  return {
    id: newId('order', now),
    entity: 'order',
    amount: input.amountPaise,
    amount_paid: 0,
    amount_due: input.amountPaise,
    currency: input.currency,
    receipt: input.receipt,
    offer_id: null,
    status: 'created',
    attempts: 0,
    notes: phpMap(input.notes),
    created_at: seconds(now),
  };
}

/** A payment that has begun: the bank has not answered yet. */
export function newPayment(
  order: WireOrder,
  instrument: Instrument,
  amountPaise: number,
  now: Date,
): WirePayment {
  return {
    id: newId('pay', now),
    entity: 'payment',
    amount: amountPaise,
    currency: order.currency,
    status: 'created',
    order_id: order.id,
    invoice_id: null,
    international: false,
    method: instrument.method,
    amount_refunded: 0,
    refund_status: null,
    captured: false,
    description: null,
    ...instrumentFields(instrument, now),
    // Razorpay's own placeholder for a payer without an address.
    email: instrument.email ?? 'void@razorpay.com',
    contact: instrument.contact ?? '+919999999999',
    notes: order.notes ?? [],
    fee: null,
    tax: null,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    created_at: seconds(now),
  };
}

/** The order after one more attempt; a paid one keeps its state. */
export function attempted(order: WireOrder): WireOrder {
  return {
    ...order,
    attempts: order.attempts + 1,
    status: order.status === 'created' ? 'attempted' : order.status,
  };
}

export function failed(payment: WirePayment, failure: Failure): WirePayment {
  return {
    ...payment,
    status: 'failed',
    error_code: failure.code,
    error_description: failure.description,
    error_source: failure.source,
    error_step: failure.step,
    error_reason: failure.reason,
  };
}

/** The bank has said yes: also after a failure (late authorisation, a retry inside the UPI app). */
export function authorized(payment: WirePayment, isLate: boolean): WirePayment {
  return {
    ...payment,
    status: 'authorized',
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: acquirerData(payment.method),
    ...(isLate ? { late_authorized: true } : {}),
  };
}

export function captured(payment: WirePayment): WirePayment {
  return { ...payment, status: 'captured', captured: true, ...feeOf(payment.amount) };
}

/** The order after a capture. `amount_paid` is what really came, also where that is not what was asked. */
export function paid(order: WireOrder, payment: WirePayment): WireOrder {
  return {
    ...order,
    status: 'paid',
    amount_paid: payment.amount,
    amount_due: Math.max(0, order.amount - payment.amount),
  };
}

/** Razorpay gives a second payment of a paid order back at once, without ever capturing it. */
export function autoRefunded(
  payment: WirePayment,
  now: Date,
): { payment: WirePayment; pending: WireRefund; processed: WireRefund } {
  const processed: WireRefund = {
    id: newId('rfnd', now),
    entity: 'refund',
    amount: payment.amount,
    currency: payment.currency,
    payment_id: payment.id,
    receipt: null,
    notes: [],
    acquirer_data: { rrn: newDigits(12) },
    status: 'processed',
    speed_requested: 'normal',
    speed_processed: 'normal',
    created_at: seconds(now),
  };
  return {
    payment: {
      ...payment,
      status: 'refunded',
      captured: false,
      amount_refunded: payment.amount,
      refund_status: 'full',
    },
    pending: { ...processed, status: 'pending', acquirer_data: { rrn: null } },
    processed,
  };
}

/** Fee including GST, and the GST in it; integer arithmetic, rounded half up to a paisa. */
function feeOf(amountPaise: number): { fee: number; tax: number } {
  const netPaise = share(amountPaise, FEE_BASIS_POINTS);
  const tax = share(netPaise, FEE_GST_BASIS_POINTS);
  return { fee: netPaise + tax, tax };
}

/** PHP's json_encode writes an empty map as `[]`, and Razorpay answers so. */
export function phpMap(value: Record<string, unknown>): Record<string, unknown> | unknown[] {
  return Object.keys(value).length === 0 ? [] : value;
}

function share(amountPaise: number, basisPoints: number): number {
  return Math.floor((amountPaise * basisPoints + 5_000) / 10_000);
}

function seconds(now: Date): number {
  return Math.floor(now.getTime() / 1_000);
}

function instrumentFields(instrument: Instrument, now: Date): Partial<WirePayment> {
  const none = { card_id: null, bank: null, wallet: null, vpa: null };
  switch (instrument.method) {
    case 'upi': {
      const vpa = instrument.vpa ?? 'success@razorpay';
      const upi = { vpa, payer_account_type: 'bank_account', flow: 'intent' };
      return { ...none, vpa, upi, acquirer_data: { rrn: null } };
    }
    case 'card': {
      const id = newId('card', now);
      const network = instrument.cardNetwork ?? 'Visa';
      const last4 = instrument.cardLast4 ?? '1007';
      const rest = { issuer: null, international: false, emi: false, sub_type: 'consumer', iin: '999999' };
      const card = { id, entity: 'card', name: '', last4, network, type: 'credit', ...rest };
      return { ...none, card_id: id, card, acquirer_data: { auth_code: null } };
    }
    case 'netbanking':
      return { ...none, bank: instrument.bank ?? 'HDFC', acquirer_data: { bank_transaction_id: null } };
    case 'wallet':
      return { ...none, wallet: instrument.wallet ?? 'payzapp', acquirer_data: { transaction_id: null } };
  }
}

function acquirerData(method: string | null | undefined): Record<string, string> {
  switch (method) {
    case 'upi':
      return { rrn: newDigits(12), upi_transaction_id: newUpiReference() };
    case 'card':
      return { auth_code: newDigits(6), rrn: newDigits(12) };
    case 'netbanking':
      return { bank_transaction_id: newDigits(10) };
    default:
      return { transaction_id: newDigits(12) };
  }
}
