/** /v1/orders: create, list, fetch, edit the notes, list payments. */
import { RAZORPAY_ID, type WireOrder } from '@lead-credits/razorpay/wire';
import { Hono } from 'hono';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import {
  NOTE_MAX_CHARS,
  NOTES_MAX_PAIRS,
  ORDER_MAX_PAISE,
  ORDER_MIN_PAISE,
  RECEIPT_MAX_CHARS,
} from './limits.ts';
import { newOrder, phpMap } from './payment-states.ts';
import { isObject, readObject, readPage, refuseExtra } from './requests.ts';

const CREATE_FIELDS = [
  'amount',
  'currency',
  'receipt',
  'notes',
  'payment',
  'payment_capture',
  'unique_receipt',
];
/** The SDK sends `expand[expand]` where Razorpay's pages say `expand[]`. */
const EXPAND_NAMES = ['expand[]', 'expand[0]', 'expand[expand]'];
const LIST_FIELDS = ['receipt', 'count', 'skip', 'from', 'to', ...EXPAND_NAMES];

export function orderRoutes(context: Context): Hono {
  const { entities } = context;
  const routes = new Hono();

  routes.post('/', async (c) => {
    const input = readOrder(await readObject(c));
    if (input.isUniqueReceipt && input.receipt !== null) {
      const same = entities.orders({ receipt: input.receipt, count: 1, skip: 0 })[0];
      if (same) return c.json(same);
    }
    const order = newOrder(input, context.clock());
    entities.insertOrder(order, input.isManualCapture);
    return c.json(order);
  });

  routes.get('/', (c) => {
    const query = c.req.query();
    refuseExtra(Object.keys(query), LIST_FIELDS);
    const orders = entities.orders({ ...readPage(query), receipt: query.receipt });
    const isExpanded = EXPAND_NAMES.some((name) => query[name] === 'payments');
    const items = isExpanded
      ? orders.map((order) => ({ ...order, payments: collection(entities.paymentsOf(order.id)) }))
      : orders;
    return c.json(collection(items));
  });

  routes.get('/:id', (c) => c.json(find(context, c.req.param('id'))));

  routes.patch('/:id', async (c) => {
    const order = find(context, c.req.param('id'));
    const body = await readObject(c);
    refuseExtra(Object.keys(body), ['notes']);
    if (body.notes === undefined) throw ApiError.invalid('notes', 'notes: is required.');
    const after = { ...order, notes: phpMap(readNotes(body.notes)) };
    entities.updateOrder(after);
    return c.json(after);
  });

  routes.get('/:id/payments', (c) => {
    const order = find(context, c.req.param('id'));
    return c.json(collection(entities.paymentsOf(order.id)));
  });

  return routes;
}

/** A list answer; `count` counts what is in it. */
export function collection<Item>(items: readonly Item[]): {
  entity: 'collection';
  count: number;
  items: readonly Item[];
} {
  return { entity: 'collection', count: items.length, items };
}

function find(context: Context, id: string): WireOrder {
  const order = RAZORPAY_ID.test(id) ? context.entities.order(id) : undefined;
  if (order === undefined) throw ApiError.unknownId();
  return order;
}

function readOrder(body: Record<string, unknown>): {
  amountPaise: number;
  currency: string;
  receipt: string | null;
  notes: Record<string, unknown>;
  isManualCapture: boolean;
  isUniqueReceipt: boolean;
} {
  refuseExtra(Object.keys(body), CREATE_FIELDS);
  const amountPaise = readAmount(body.amount);
  if (body.currency === undefined) throw ApiError.invalid('currency', 'currency: is required.');
  if (body.currency !== 'INR') throw ApiError.invalid('currency', 'Currency is not supported');
  const receipt = body.receipt ?? null;
  if (receipt !== null && typeof receipt !== 'string') {
    throw ApiError.invalid('receipt', 'The receipt must be a string.');
  }
  if (receipt !== null && receipt.length > RECEIPT_MAX_CHARS) {
    const description = `The receipt may not be greater than ${RECEIPT_MAX_CHARS} characters.`;
    throw ApiError.invalid('receipt', description);
  }
  return {
    amountPaise,
    currency: body.currency,
    receipt,
    notes: readNotes(body.notes ?? {}),
    isManualCapture: isManual(body),
    isUniqueReceipt: body.unique_receipt === true,
  };
}

function readAmount(amount: unknown): number {
  if (amount === undefined) throw ApiError.invalid('amount', 'amount: is required.');
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount)) {
    throw ApiError.invalid('amount', 'The amount must be an integer.');
  }
  if (amount < ORDER_MIN_PAISE) {
    throw new ApiError({
      description: 'Order amount less than minimum amount allowed',
      field: 'amount',
      step: 'order_creation',
      reason: 'amount_less_than_minimum_amount',
    });
  }
  if (amount > ORDER_MAX_PAISE) throw ApiError.invalid('amount', 'Amount exceeds maximum amount allowed.');
  return amount;
}

function readNotes(notes: unknown): Record<string, unknown> {
  if (Array.isArray(notes) && notes.length === 0) return {};
  if (!isObject(notes)) throw ApiError.invalid('notes', 'The notes must be an array.');
  const pairs = Object.values(notes);
  if (pairs.length > NOTES_MAX_PAIRS) {
    throw ApiError.invalid(
      'notes',
      `Number of fields in notes should be less than or equal to ${NOTES_MAX_PAIRS}`,
    );
  }
  for (const value of pairs) {
    const isText = typeof value === 'string' || typeof value === 'number';
    if (!isText) throw ApiError.invalid('notes', 'The notes values must be text or numbers.');
    if (String(value).length > NOTE_MAX_CHARS) {
      throw ApiError.invalid(
        'notes',
        `The notes values may not be greater than ${NOTE_MAX_CHARS} characters.`,
      );
    }
  }
  return notes;
}

/** `payment.capture` is today's field, `payment_capture` the older one; automatic is the default. */
function isManual(body: Record<string, unknown>): boolean {
  const capture = isObject(body.payment) ? body.payment.capture : undefined;
  if (capture !== undefined) return capture === 'manual';
  return body.payment_capture === 0 || body.payment_capture === false || body.payment_capture === '0';
}
