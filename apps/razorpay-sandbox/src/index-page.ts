/** The start page: recent orders, their payments, and what was delivered where. */
import { readFileSync } from 'node:fs';
import type { WireOrder } from '@lead-credits/razorpay/wire';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Context } from './context.ts';
import { SCENARIOS } from './scenarios.ts';
import type { DeliveryRow } from './store/outbox.ts';

const STYLE = new URL('../public/index.css', import.meta.url);
const ORDERS_SHOWN = 20;
const DELIVERIES_SHOWN = 8;
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Html = ReturnType<typeof html>;

export function indexRoutes(context: Context): Hono {
  const routes = new Hono();
  routes.get('/index.css', (c) =>
    c.body(readFileSync(STYLE, 'utf8'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  routes.get('/', (c) => {
    c.header('content-security-policy', POLICY);
    return c.html(page(context, new URL(c.req.url).origin));
  });
  return routes;
}

function page(context: Context, origin: string): Html {
  const orders = context.entities.orders({ count: ORDERS_SHOWN, skip: 0 });
  return html`<!doctype html>
<html lang="en-IN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Razorpay sandbox</title>
    <link rel="stylesheet" href="/index.css">
  </head>
  <body>
    <header>
      <h1>Razorpay sandbox <span class="badge test">Test mode</span></h1>
      <p>A local stand-in that speaks Razorpay's wire format. No money moves. Webhooks go to
        <code>${context.options.webhookUrl}</code>. <a href="/">Refresh</a></p>
    </header>
    <main>
      <h2>Recent orders</h2>
      ${orders.length === 0 ? html`<p class="empty">No orders yet. They appear here as soon as one is created.</p>` : ''}
      ${orders.map((order) => orderCard(context, order))}
      <h2>Pay without a browser</h2>
      <pre tabindex="0">curl -X POST ${origin}/sandbox/orders/ORDER_ID/pay -d '{"scenario":"success","method":"upi"}'</pre>
      <p>Scenarios: ${Object.keys(SCENARIOS).map((name) => html`<code>${name}</code> `)}</p>
    </main>
  </body>
</html>`;
}

function orderCard(context: Context, order: WireOrder): Html {
  const payments = context.entities.paymentsOf(order.id);
  const deliveries = context.outbox.deliveries({ orderId: order.id, count: DELIVERIES_SHOWN });
  return html`<section>
    <div class="head">
      <h3>${rupees(order.amount)}</h3>
      <span class="badge ${order.status}">${order.status}</span>
      <code>${order.id}</code>
      <span class="meta">${order.receipt ?? 'no receipt'} · ${time(order.created_at * 1_000)}</span>
    </div>
    ${payments.map(
      (payment) => html`<p class="row"><span class="badge ${payment.status}">${payment.status}</span>
        <code>${payment.id}</code> ${rupees(payment.amount)} by ${payment.method}
        <span class="meta">${payment.error_reason ?? ''}</span></p>`,
    )}
    ${deliveries.length === 0 ? html`<p class="meta row">No webhook has been sent.</p>` : deliveryTable(order.id, deliveries)}
  </section>`;
}

function deliveryTable(orderId: string, deliveries: readonly DeliveryRow[]): Html {
  return html`<div class="scroll" role="region" aria-label="Webhooks of ${orderId}" tabindex="0"><table>
    <thead><tr><th scope="col">Event</th><th scope="col">Event id</th><th scope="col" class="number">Attempt</th>
      <th scope="col">Answer</th><th scope="col">At</th><th scope="col" class="number">Bytes</th></tr></thead>
    <tbody>${deliveries.map(
      (row) => html`<tr><td>${row.name}</td><td><code>${row.event_id}</code></td>
        <td class="number">${row.attempt}</td>
        <td><span class="badge ${isSuccess(row) ? 'paid' : 'failed'}">${row.status ?? row.error ?? 'none'}</span></td>
        <td>${time(row.at_ms)}</td><td class="number">${row.body_bytes}</td></tr>`,
    )}</tbody>
  </table></div>`;
}

function isSuccess(row: DeliveryRow): boolean {
  return row.status !== null && row.status >= 200 && row.status < 300;
}

function rupees(paise: number): string {
  return new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' }).format(paise / 100);
}

function time(ms: number): string {
  const options = { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Kolkata' } as const;
  return new Intl.DateTimeFormat('en-IN', options).format(ms);
}
