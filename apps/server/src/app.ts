import { notFound } from '@lead-credits/core';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { AppEnv } from './app-env.ts';
import type { Services } from './composition.ts';
import { createMetrics } from './metrics.ts';
import { answerError, errorHandler } from './middleware/answer-errors.ts';
import { observe } from './middleware/observe.ts';
import { requestIds } from './middleware/request-id.ts';
import { sameSite, trustedOriginsOf } from './middleware/same-site.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { createOpenStreams, type OpenStreams } from './open-streams.ts';
import { createRateLimits } from './rate-limits.ts';
import { authRoutes } from './routes/auth.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { outboxRoutes } from './routes/outbox.ts';
import { STYLES } from './routes/page.ts';
import { setupRoutes } from './routes/setup.ts';
import { siteRoutes } from './routes/site.ts';
import { trpcRoutes } from './routes/trpc.ts';
import { webhookRoutes } from './routes/webhook.ts';

export type App = { readonly hono: Hono<AppEnv>; readonly streams: OpenStreams };

/** Every entrance over one set of services. Opens nothing: a test gives it requests, the server gives it a socket. */
export function createApp(services: Services): App {
  const { entrances, log } = services;
  const metrics = createMetrics(services.live.watched);
  const rates = createRateLimits();
  const streams = createOpenStreams();
  const guard = sameSite(trustedOriginsOf(entrances.publicUrl, entrances.isProduction));

  const hono = new Hono<AppEnv>();
  hono.onError(errorHandler(log));
  hono.notFound((c) => answerError(c, notFound()));
  hono.use(requestIds(entrances.trustedProxies));
  hono.use(securityHeaders(entrances));
  hono.use(observe(log, metrics));

  hono.route('/', healthRoutes(services, metrics));
  // Before the guard: Razorpay is no browser, and its signature is worth more than an origin.
  hono.route('/', webhookRoutes(services, rates, metrics));
  hono.use(guard);
  hono.use('/api/*', compress());
  hono.use('/trpc/*', compress());
  hono.route('/', authRoutes(services.auth, rates));
  hono.route('/', trpcRoutes(services, rates, streams));
  hono.route('/', importRoutes(services, rates));
  hono.route('/', invoiceRoutes(services, rates));
  hono.route('/', setupRoutes(services, rates));
  hono.get('/server.css', (c) => c.body(STYLES, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  if (entrances.hasOutbox && !entrances.isProduction) hono.route('/', outboxRoutes(services.db));
  hono.route('/', siteRoutes(services.site));
  return { hono, streams };
}
