/** /v1/payments: list, fetch, capture. */
import { RAZORPAY_ID, type WirePayment } from '@lead-credits/razorpay/wire';
import { Hono } from 'hono';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import { collection } from './orders.ts';
import { captureAuthorized } from './pay.ts';
import { readObject, readPage, refuseExtra } from './requests.ts';

const EXPAND_NAMES = ['expand[]', 'expand[0]', 'expand[expand]'];

export function paymentRoutes(context: Context): Hono {
  const routes = new Hono();

  routes.get('/', (c) => {
    const query = c.req.query();
    refuseExtra(Object.keys(query), ['count', 'skip', 'from', 'to', ...EXPAND_NAMES]);
    return c.json(collection(context.entities.payments(readPage(query))));
  });

  routes.get('/:id', (c) => c.json(find(context, c.req.param('id'))));

  routes.post('/:id/capture', async (c) => {
    const payment = find(context, c.req.param('id'));
    const body = await readObject(c);
    refuseExtra(Object.keys(body), ['amount', 'currency']);
    refuseCapture(payment, body);
    return c.json(captureAuthorized(context, payment));
  });

  return routes;
}

function refuseCapture(payment: WirePayment, body: Record<string, unknown>): void {
  if (body.amount === undefined) throw ApiError.invalid('amount', 'amount: is required.');
  if (typeof body.amount !== 'number' || !Number.isSafeInteger(body.amount)) {
    throw ApiError.invalid('amount', 'The amount must be an integer.');
  }
  if (body.currency === undefined) throw ApiError.invalid('currency', 'currency: is required.');
  const step = 'payment_capture';
  if (payment.captured) {
    throw new ApiError({ description: 'This payment has already been captured', step });
  }
  if (payment.status !== 'authorized') {
    const description = 'Only payments which have been authorized and not yet captured can be captured';
    throw new ApiError({ description, step });
  }
  if (body.amount !== payment.amount || body.currency !== payment.currency) {
    const description = 'Capture amount must be equal to the amount authorized';
    throw new ApiError({ description, step, field: 'amount' });
  }
}

function find(context: Context, id: string): WirePayment {
  const payment = RAZORPAY_ID.test(id) ? context.entities.payment(id) : undefined;
  if (payment === undefined) throw ApiError.unknownId();
  return payment;
}
