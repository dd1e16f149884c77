import { createHmac, randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { type HttpProduct, WEBHOOK_SECRETS } from './http-product.ts';
import type { Product } from './product.ts';

/** Razorpay counts anything slower as a failure and sends it again. */
const ANSWER_MS = 5_000;

/** A payment as Razorpay's API shows it; only what the stories read. */
export interface Payment {
  readonly id: string;
  readonly order_id: string;
  readonly amount: number;
  readonly currency: string;
  readonly status: string;
  readonly [field: string]: unknown;
}

/** One attempt of the sandbox to deliver an event. */
export interface Delivery {
  readonly id: string;
  readonly eventId: string;
  readonly event: string;
  readonly status: number | null;
  readonly tookMs: number;
}

export type Scenario =
  | 'success'
  | 'failure'
  | 'late'
  | 'duplicate'
  | 'reversed'
  | 'dropped'
  | 'bad_signature'
  | 'tampered_amount'
  | 'failed_then_captured'
  | 'second_payment';

/** Pays an order in the sandbox as somebody in the overlay would; the webhooks follow by themselves. */
export async function pay(
  { sandboxUrl }: Pick<Product, 'sandboxUrl'>,
  orderId: string,
  scenario: Scenario,
): Promise<Payment> {
  const response = await fetch(`${sandboxUrl}/sandbox/orders/${orderId}/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ scenario, method: 'upi' }),
  });
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}: ${await response.text()}`);
  return JSON.parse(await response.text());
}

/** What the sandbox has delivered for an order so far, oldest first. */
export async function deliveriesOf(product: HttpProduct, orderId: string): Promise<Delivery[]> {
  const response = await fetch(`${product.sandboxUrl}/sandbox/deliveries?orderId=${orderId}`);
  const { items }: { items: Delivery[] } = JSON.parse(await response.text());
  return items.toReversed();
}

/** An attempt in words: `payment.captured 200`. */
export const told = ({ event, status }: Delivery): string => `${event} ${status ?? 'no answer'}`;

/** The bytes of an event about a payment, in Razorpay's envelope. */
export function eventBody(name: string, payment: Payment): Buffer {
  const event = {
    entity: 'event',
    account_id: 'acc_LeadCreditsDev',
    event: name,
    contains: ['payment'],
    payload: { payment: { entity: payment } },
    created_at: Math.floor(Date.now() / 1_000),
  };
  return Buffer.from(JSON.stringify(event));
}

/** A captured payment of an order that exists nowhere but in the event about it. */
export function inventedPayment(changes: { order_id: string; amount: number; currency?: string }): Payment {
  return {
    id: `pay_${randomId()}`,
    entity: 'payment',
    currency: 'INR',
    status: 'captured',
    invoice_id: null,
    international: false,
    method: 'upi',
    amount_refunded: 0,
    refund_status: null,
    captured: true,
    description: null,
    card_id: null,
    bank: null,
    wallet: null,
    vpa: 'asha@upi',
    email: 'asha@example.in',
    contact: '+919876543210',
    notes: [],
    fee: 24,
    tax: 4,
    error_code: null,
    error_description: null,
    error_source: null,
    error_step: null,
    error_reason: null,
    acquirer_data: {},
    created_at: Math.floor(Date.now() / 1_000),
    ...changes,
  };
}

/** 14 letters and digits, the shape of Razorpay's ids. */
export const randomId = (): string => randomBytes(7).toString('hex');

export const signatureOf = (body: Buffer, secret: string): string =>
  createHmac('sha256', secret).update(body).digest('hex');

/** Sends an event by hand and gives the status and what it says; fails when the answer takes 5 s. */
export async function deliver(
  product: HttpProduct,
  body: Buffer,
  options: { signature?: string | null; eventId?: string } = {},
): Promise<{ status: number; said: string }> {
  const { signature = signatureOf(body, WEBHOOK_SECRETS.current), eventId = `evt_${randomId()}` } = options;
  const startedAt = performance.now();
  const response = await fetch(`${product.url}/webhooks/razorpay`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-razorpay-event-id': eventId,
      ...(signature === null ? {} : { 'x-razorpay-signature': signature }),
    },
    body: new Uint8Array(body),
  });
  const answer: { status?: string; error?: { code: string } } = JSON.parse(await response.text());
  expect(performance.now() - startedAt).toBeLessThan(ANSWER_MS);
  return { status: response.status, said: answer.status ?? answer.error?.code ?? '' };
}
