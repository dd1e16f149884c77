/** /sandbox: drives the sandbox without a browser. No authentication: it listens on loopback only. */
import { Hono } from 'hono';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import type { Dispatcher } from './dispatcher.ts';
import { readInstrument } from './instrument.ts';
import { DELIVERIES_DEFAULT, DELIVERIES_MAX } from './limits.ts';
import { collection } from './orders.ts';
import { pay } from './pay.ts';
import { readObject } from './requests.ts';
import { isScenarioName, SCENARIOS } from './scenarios.ts';
import type { DeliveryRow } from './store/outbox.ts';

export function controlRoutes(context: Context, dispatcher: Dispatcher): Hono {
  const { outbox } = context;
  const routes = new Hono();

  routes.post('/orders/:orderId/pay', async (c) => {
    const { scenario = 'success', reason, ...instrument } = await readObject(c);
    if (!isScenarioName(scenario)) {
      const known = Object.keys(SCENARIOS).join(', ');
      throw ApiError.invalid('scenario', `The scenario must be one of ${known}.`);
    }
    const payment = pay(context, {
      orderId: c.req.param('orderId'),
      scenario,
      instrument: readInstrument(instrument),
      reason: typeof reason === 'string' ? reason : undefined,
    });
    return c.json(payment);
  });

  routes.get('/deliveries', (c) => {
    const { orderId, count } = c.req.query();
    const asked = /^\d{1,6}$/.test(count ?? '') ? Number(count) : DELIVERIES_DEFAULT;
    const rows = outbox.deliveries({ orderId, count: Math.min(Math.max(asked, 1), DELIVERIES_MAX) });
    return c.json(collection(rows.map(deliveryJson)));
  });

  routes.post('/deliveries/:id/replay', async (c) => {
    const id = c.req.param('id');
    const event = outbox.event(outbox.delivery(id)?.event_id ?? id);
    if (event === undefined) throw ApiError.unknownId();
    return c.json(deliveryJson(await dispatcher.replay(event)));
  });

  return routes;
}

/** One attempt as the control routes show it; `status` is null when there was no answer. */
function deliveryJson(row: DeliveryRow): object {
  return {
    id: row.id,
    eventId: row.event_id,
    event: row.name,
    orderId: row.order_id,
    url: row.url,
    attempt: row.attempt,
    status: row.status,
    error: row.error,
    at: new Date(row.at_ms).toISOString(),
    tookMs: row.took_ms,
    bodyBytes: row.body_bytes,
  };
}
