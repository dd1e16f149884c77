import { notFound, validationFailed } from '@lead-credits/core';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppContext, AppEnv } from '../app-env.ts';
import { type Auth, CLIENT_ADDRESS, isAuthPath } from '../auth.ts';
import { limits } from '../limits.ts';
import type { RateLimits } from '../rate-limits.ts';
import { readBody } from '../read-body.ts';

const credentials = z.object({ email: z.string().max(254), password: z.string().max(1_000) });

/** better-auth's routes that are open here, with attempts counted before a password is looked at. */
export function authRoutes(auth: Auth, rates: RateLimits): Hono<AppEnv> {
  return new Hono<AppEnv>().on(['GET', 'POST'], '/api/auth/*', async (c) => {
    if (!isAuthPath(c.req.path)) throw notFound();
    c.set('routeLabel', c.req.path);
    const body = c.req.method === 'POST' ? await readBody(c.req.raw, limits.formBytes) : undefined;
    if (c.req.path !== '/api/auth/sign-in/email') return auth.handle(forwarded(c, body));
    return signIn(c, auth, rates, body);
  });
}

/**
 * Both counters go up before the password is checked, so that a hundred attempts at once are a hundred. One that
 * succeeds is forgiven: whoever knows the password is no guesser, and an office shares one address.
 */
async function signIn(c: AppContext, auth: Auth, rates: RateLimits, body?: Uint8Array): Promise<Response> {
  const account = credentials.parse(parseJson(body)).email.trim().toLowerCase();
  const address = c.get('address');
  await rates.signInsByAddress.count(address);
  await rates.signInsByAccount.count(account);
  const answer = await auth.handle(forwarded(c, body));
  if (answer.ok) {
    await rates.signInsByAddress.forgive(address);
    await rates.signInsByAccount.forget(account);
  }
  return answer;
}

function parseJson(body: Uint8Array | undefined): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    throw validationFailed({ field: '', reason: 'not_json' });
  }
}

/** The request with the body that was read, and the address it really came from. */
function forwarded(c: AppContext, body: Uint8Array | undefined): Request {
  const headers = new Headers(c.req.raw.headers);
  headers.set(CLIENT_ADDRESS, c.get('address'));
  headers.delete('content-length');
  headers.delete('transfer-encoding');
  return new Request(c.req.url, {
    method: c.req.method,
    headers,
    body: body ? new TextDecoder().decode(body) : null,
  });
}
