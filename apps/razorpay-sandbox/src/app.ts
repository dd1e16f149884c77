/** The sandbox as a Hono app: Razorpay's REST under /v1, the checkout, the control routes, a start page. */
import path from 'node:path';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ApiError, answerError } from './api-error.ts';
import { checkoutRoutes } from './checkout.ts';
import type { Context, SandboxOptions } from './context.ts';
import { controlRoutes } from './control.ts';
import { Dispatcher } from './dispatcher.ts';
import { refuseForeignPages, requireKey } from './guards.ts';
import { indexRoutes } from './index-page.ts';
import { BODY_MAX_BYTES, DELIVERY_KEPT_MS, WEBHOOK_RETRY_DELAYS_MS, WEBHOOK_TIMEOUT_MS } from './limits.ts';
import { orderRoutes } from './orders.ts';
import { paymentRoutes } from './payments.ts';
import { Database } from './store/database.ts';
import { Entities } from './store/entities.ts';
import { Outbox } from './store/outbox.ts';

export type { SandboxOptions } from './context.ts';

/**
 * Opens the state in `dataDir`/sandbox, goes on delivering what was due, and returns the app. Throws on
 * a live key and on empty secrets. `close` stops deliveries and closes the state; it does not stop a
 * server that serves the app.
 */
export function createSandbox(options: SandboxOptions): { app: Hono; close(): Promise<void> } {
  refuseUnsafe(options);
  const context = openContext(options);
  const dispatcher = new Dispatcher(context);
  context.wake = () => dispatcher.wake();
  context.outbox.forget(context.clock().getTime() - DELIVERY_KEPT_MS);
  dispatcher.wake();
  return {
    app: routesOf(context, dispatcher),
    close: async () => {
      await dispatcher.close();
      context.db.close();
    },
  };
}

function refuseUnsafe(options: SandboxOptions): void {
  if (options.keyId.startsWith('rzp_live_')) throw new Error('The sandbox never takes a live Razorpay key');
  for (const name of ['keyId', 'keySecret', 'webhookSecret'] as const) {
    if (options[name] === '') throw new Error(`The sandbox needs a ${name}`);
  }
}

function openContext(options: SandboxOptions): Context {
  const db = new Database(path.join(options.dataDir, 'sandbox'));
  const clock = options.clock ?? (() => new Date());
  return {
    options: {
      ...options,
      clock,
      retryDelaysMs: options.retryDelaysMs ?? WEBHOOK_RETRY_DELAYS_MS,
      webhookTimeoutMs: options.webhookTimeoutMs ?? WEBHOOK_TIMEOUT_MS,
      pace: options.pace ?? 1,
      phpEscaping: options.phpEscaping ?? true,
    },
    db,
    entities: new Entities(db),
    outbox: new Outbox(db),
    clock,
    wake: () => undefined,
  };
}

function routesOf(context: Context, dispatcher: Dispatcher): Hono {
  const app = new Hono();
  app.onError(answerError);
  app.use(bodyLimit({ maxSize: BODY_MAX_BYTES, onError: refuseTooLarge }));
  app.use(refuseForeignPages);
  app.route('/', indexRoutes(context));
  app.route('/', checkoutRoutes(context));
  app.route('/sandbox', controlRoutes(context, dispatcher));
  app.use('/v1/*', requireKey(context.options.keyId, context.options.keySecret));
  app.route('/v1/orders', orderRoutes(context));
  app.route('/v1/payments', paymentRoutes(context));
  app.notFound(() => {
    throw new ApiError({ description: 'The requested URL was not found on the server.', reason: 'NA' });
  });
  return app;
}

function refuseTooLarge(): never {
  throw new ApiError({ description: 'The request is too large.', status: 413 });
}
