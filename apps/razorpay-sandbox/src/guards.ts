/** Who may call what: keys for Razorpay's own routes, pages of this machine for the rest. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { auth } from 'hono/utils/basic-auth';
import { ApiError } from './api-error.ts';

const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** HTTP Basic with the key id and secret, as Razorpay's API. */
export function requireKey(keyId: string, keySecret: string): MiddlewareHandler {
  return createMiddleware(async (c, next) => {
    const given = auth(c.req.raw);
    const isKnown = given !== undefined && equals(given.username, keyId) && equals(given.password, keySecret);
    if (!isKnown) {
      throw new ApiError({
        description: 'Authentication failed',
        source: 'NA',
        step: 'NA',
        reason: 'NA',
        status: 401,
      });
    }
    await next();
  });
}

/**
 * Lets no page of another site change anything here: a browser says in `Origin` who asks, programs
 * send none. Needed because the control routes have no authentication.
 */
export const refuseForeignPages: MiddlewareHandler = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin');
  if (origin !== undefined && c.req.method !== 'GET' && !isLoopback(origin)) {
    throw new ApiError({ description: 'Only pages of this machine may use the sandbox', status: 403 });
  }
  await next();
});

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK_HOSTS.has(new URL(origin).hostname);
}

function equals(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
