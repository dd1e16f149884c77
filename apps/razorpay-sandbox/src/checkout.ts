/** The checkout in the browser: the script that shops load, the overlay's page, and its payments. */
import { readFileSync } from 'node:fs';
import { signPayment } from '@lead-credits/razorpay/signature';
import type { WireOrder, WirePayment } from '@lead-credits/razorpay/wire';
import { Hono } from 'hono';
import { renderSVG } from 'uqr';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import { readInstrument } from './instrument.ts';
import { pay } from './pay.ts';
import { readObject } from './requests.ts';

const PUBLIC = new URL('../public/', import.meta.url);
const TYPES = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;
/** Only these files are served, whatever the path says. */
const ASSETS = [
  'bank.js',
  'cards.js',
  'checkout.css',
  'dialog.js',
  'dom.js',
  'frame.js',
  'main.js',
  'method-card.js',
  'method-netbanking.js',
  'method-upi.js',
  'method-wallet.js',
  'methods.css',
  'outcome.js',
  'small.css',
  'steps.css',
] as const;

/**
 * The page may run its own files only, and may be framed by pages of this machine only: the sandbox is
 * reachable from nowhere else.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors http://127.0.0.1:* http://localhost:* https://127.0.0.1:* https://localhost:*',
].join('; ');

export function checkoutRoutes(context: Context): Hono {
  const routes = new Hono();

  routes.get('/v1/checkout.js', (c) => c.body(readPublic('checkout.js'), 200, fileHeaders('js')));

  for (const name of ASSETS) {
    const type = name.endsWith('.css') ? 'css' : 'js';
    routes.get(`/checkout-assets/${name}`, (c) =>
      c.body(readPublic(`checkout/${name}`), 200, fileHeaders(type)),
    );
  }

  routes.get('/checkout/:orderId', (c) =>
    c.body(readPublic('checkout/page.html'), 200, {
      ...fileHeaders('html'),
      'content-security-policy': PAGE_POLICY,
      'referrer-policy': 'no-referrer',
    }),
  );

  routes.get('/checkout/:orderId/order', (c) => {
    const order = orderFor(context, c.req.param('orderId'), c.req.query('key_id'));
    return c.json({ id: order.id, amount: order.amount, currency: order.currency, status: order.status });
  });

  routes.get('/checkout/:orderId/qr.svg', (c) => {
    const order = context.entities.order(c.req.param('orderId'));
    if (order === undefined) throw ApiError.unknownId();
    // Plain words, not a upi:// link: a real UPI app must find nobody to pay.
    const svg = renderSVG(`TEST MODE, takes no money: ${order.id}`, { border: 2, ecc: 'M' });
    return c.body(svg, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' });
  });

  routes.post('/checkout/:orderId/payments', async (c) => {
    const { key_id, outcome, reason, ...instrument } = await readObject(c);
    const order = orderFor(context, c.req.param('orderId'), key_id);
    const payment = pay(context, {
      orderId: order.id,
      scenario: outcome === 'failure' ? 'failure' : 'success',
      instrument: readInstrument(instrument),
      reason: typeof reason === 'string' ? reason : undefined,
    });
    return c.json(payment.status === 'failed' ? failureJson(payment) : successJson(context, payment));
  });

  return routes;
}

/** What the shop's handler gets; only the server can sign it. */
function successJson(context: Context, payment: WirePayment): object {
  const orderId = payment.order_id ?? '';
  return {
    razorpay_payment_id: payment.id,
    razorpay_order_id: orderId,
    razorpay_signature: signPayment(orderId, payment.id, context.options.keySecret),
  };
}

/** What the shop's `payment.failed` listener gets. */
function failureJson(payment: WirePayment): object {
  return {
    error: {
      code: payment.error_code,
      description: payment.error_description,
      source: payment.error_source,
      step: payment.error_step,
      reason: payment.error_reason,
      field: null,
      metadata: { order_id: payment.order_id, payment_id: payment.id },
    },
  };
}

function orderFor(context: Context, orderId: string, keyId: unknown): WireOrder {
  if (keyId !== context.options.keyId) {
    throw new ApiError({ description: 'The api key provided is invalid', status: 401, reason: 'NA' });
  }
  const order = context.entities.order(orderId);
  if (order === undefined) throw ApiError.unknownId();
  return order;
}

function readPublic(name: string): string {
  return readFileSync(new URL(name, PUBLIC), 'utf8');
}

function fileHeaders(type: keyof typeof TYPES): Record<string, string> {
  return { 'content-type': TYPES[type], 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' };
}
