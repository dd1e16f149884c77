/** The payment gateway: Razorpay through its official SDK, every answer parsed by our own schemas. */
import Razorpay from 'razorpay';
import type { z } from 'zod';
import { type Order, type Payment, toOrder, toPayment } from './entities.ts';
import { GatewayError } from './gateway-error.ts';
import { gatewayErrorOf, prepareTransport } from './transport.ts';
import {
  orderCollectionSchema,
  orderSchema,
  paymentCollectionSchema,
  paymentSchema,
  RAZORPAY_ID,
} from './wire.ts';

export type GatewayOptions = {
  keyId: string;
  keySecret: string;
  /** Only for the sandbox: refused with a live key. Undefined: Razorpay itself. */
  baseUrl?: string;
  /** For one whole exchange, connection included. Default 10,000. */
  timeoutMs?: number;
};

export type PaymentGateway = {
  /** Public: the checkout in the browser needs it. */
  keyId: string;
  /**
   * Makes an order of at least 100 paise. Orders have no idempotency key at Razorpay: after `timeout`
   * or `network` look it up with `findOrderByReceipt` before making another.
   */
  createOrder(input: {
    amountPaise: number;
    currency: 'INR';
    /** At most 40 characters; ours are unique. */
    receipt: string;
    notes?: Record<string, string>;
  }): Promise<Order>;
  /** The order with exactly this receipt; of several the paid one, else the oldest. */
  findOrderByReceipt(receipt: string): Promise<Order | undefined>;
  fetchOrder(id: string): Promise<Order>;
  /** Every attempt on the order, failed and captured together. */
  listOrderPayments(orderId: string): Promise<Payment[]>;
  fetchPayment(id: string): Promise<Payment>;
};

const DEFAULT_TIMEOUT_MS = 10_000;
/** Razorpay's largest page. */
const PAGE_MAX = 100;

/**
 * A gateway on these keys; opens no connection by itself. All its verbs reject with GatewayError only.
 * Throws at once on empty keys, on a base URL that is none, and on a base URL beside a live key.
 */
export function createGateway(options: GatewayOptions): PaymentGateway {
  const sdk = connect(options);
  return {
    keyId: options.keyId,

    createOrder: async (input) => {
      const answer = await call(orderSchema, () =>
        sdk.orders.create({
          amount: input.amountPaise,
          currency: input.currency,
          receipt: input.receipt,
          ...(input.notes === undefined ? {} : { notes: input.notes }),
        }),
      );
      const order = toOrder(answer);
      const isWhatWasAsked =
        order.amountPaise === input.amountPaise &&
        order.currency === input.currency &&
        order.receipt === input.receipt;
      if (!isWhatWasAsked) throw new GatewayError('unexpected', { reason: 'order_differs_from_request' });
      return order;
    },

    findOrderByReceipt: async (receipt) => {
      const page = await call(orderCollectionSchema, () => sdk.orders.all({ receipt, count: PAGE_MAX }));
      const orders = page.items.map(toOrder).filter((order) => order.receipt === receipt);
      return orders.sort(paidThenOldest)[0];
    },

    fetchOrder: async (id) => {
      assertId(id, 'order_');
      return toOrder(await call(orderSchema, () => sdk.orders.fetch(id)));
    },

    listOrderPayments: async (orderId) => {
      assertId(orderId, 'order_');
      const page = await call(paymentCollectionSchema, () => sdk.orders.fetchPayments(orderId));
      return page.items.map(toPayment);
    },

    fetchPayment: async (id) => {
      assertId(id, 'pay_');
      return toPayment(await call(paymentSchema, () => sdk.payments.fetch(id)));
    },
  };
}

function connect(options: GatewayOptions): Razorpay {
  if (options.keyId === '' || options.keySecret === '')
    throw new Error('Razorpay needs a key id and its secret');
  if (options.baseUrl !== undefined && options.keyId.startsWith('rzp_live_')) {
    throw new Error('A live Razorpay key only goes to Razorpay: unset the base URL or use a test key');
  }
  if (options.baseUrl !== undefined && !/^https?:$/.test(new URL(options.baseUrl).protocol)) {
    throw new Error('The Razorpay base URL must be http or https');
  }
  const sdk = new Razorpay({ key_id: options.keyId, key_secret: options.keySecret });
  prepareTransport(sdk, { baseUrl: options.baseUrl, timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS });
  return sdk;
}

async function call<Schema extends z.ZodType>(
  schema: Schema,
  send: () => Promise<unknown>,
): Promise<z.infer<Schema>> {
  let answer: unknown;
  try {
    answer = await send();
  } catch (rejection) {
    throw gatewayErrorOf(rejection);
  }
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new GatewayError('unexpected', { reason: 'answer_not_understood' });
  return parsed.data;
}

/** The SDK puts ids into the path unescaped: `../payments/pay_1?x=1` would ask for something else. */
function assertId(id: string, prefix: 'order_' | 'pay_'): void {
  if (!RAZORPAY_ID.test(id) || !id.startsWith(prefix)) {
    throw new GatewayError('refused', { reason: 'malformed_id' });
  }
}

function paidThenOldest(a: Order, b: Order): number {
  const byPaid = Number(b.status === 'paid') - Number(a.status === 'paid');
  return byPaid !== 0 ? byPaid : a.createdAt.getTime() - b.createdAt.getTime();
}
