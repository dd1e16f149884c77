/** Our own view of Razorpay's orders and payments: camelCase, units in the names, absent instead of null. */
import type { OrderStatus, PaymentStatus, WireOrder, WirePayment } from './wire.ts';

export type Order = {
  id: string;
  amountPaise: number;
  amountPaidPaise: number;
  amountDuePaise: number;
  currency: string;
  receipt?: string;
  /** Stays paid after a refund. */
  status: OrderStatus;
  attempts: number;
  createdAt: Date;
};

export type Payment = {
  id: string;
  /** Absent in what some dispute events carry: join those by payment id. */
  orderId?: string;
  amountPaise: number;
  currency: string;
  /** Not final when failed: failed → authorized → captured is legal (late authorisation, UPI retry). */
  status: PaymentStatus;
  method?: string;
  /** False on an automatic refund: such a refund must not take credits back. */
  captured: boolean;
  /** Cumulative over all refunds of this payment. */
  amountRefundedPaise: number;
  email?: string;
  contact?: string;
  vpa?: string;
  bank?: string;
  wallet?: string;
  card?: { last4?: string; network?: string };
  /** Total fee including its GST; absent until captured. */
  feePaise?: number;
  /** The GST in the fee. */
  taxPaise?: number;
  errorCode?: string;
  errorDescription?: string;
  errorReason?: string;
  /** The bank's own reference: UPI and card RRN, netbanking's or a wallet's number. */
  acquirerReference?: string;
  createdAt: Date;
};

/** Where each method keeps the bank's reference in `acquirer_data`, best first. */
const ACQUIRER_KEYS = [
  'rrn',
  'bank_transaction_id',
  'transaction_id',
  'upi_transaction_id',
  'auth_code',
] as const;

/** Razorpay's order as ours. Pure; the wire schema has already checked it. */
export function toOrder(wire: WireOrder): Order {
  return {
    id: wire.id,
    amountPaise: wire.amount,
    amountPaidPaise: wire.amount_paid,
    amountDuePaise: wire.amount_due,
    currency: wire.currency,
    receipt: textOf(wire.receipt),
    status: wire.status,
    attempts: wire.attempts,
    createdAt: new Date(wire.created_at * 1000),
  };
}

/** Razorpay's payment as ours; `''` and null (both occur for the error fields) become absent. Pure. */
export function toPayment(wire: WirePayment): Payment {
  return {
    id: wire.id,
    orderId: wire.order_id ?? undefined,
    amountPaise: wire.amount,
    currency: wire.currency,
    status: wire.status,
    method: textOf(wire.method),
    captured: wire.captured,
    amountRefundedPaise: wire.amount_refunded ?? 0,
    email: textOf(wire.email),
    contact: textOf(wire.contact),
    vpa: textOf(wire.vpa),
    bank: textOf(wire.bank),
    wallet: textOf(wire.wallet),
    card: wire.card ? { last4: textOf(wire.card.last4), network: textOf(wire.card.network) } : undefined,
    feePaise: wire.fee ?? undefined,
    taxPaise: wire.tax ?? undefined,
    errorCode: textOf(wire.error_code),
    errorDescription: textOf(wire.error_description),
    errorReason: textOf(wire.error_reason),
    acquirerReference: acquirerReferenceOf(wire.acquirer_data),
    createdAt: new Date(wire.created_at * 1000),
  };
}

function textOf(value: string | null | undefined): string | undefined {
  return value === null || value === '' ? undefined : value;
}

function acquirerReferenceOf(data: WirePayment['acquirer_data']): string | undefined {
  if (data === null || data === undefined || Array.isArray(data)) return undefined;
  for (const key of ACQUIRER_KEYS) {
    const value = data[key];
    if (typeof value === 'string' && value !== '') return value;
  }
  return undefined;
}
