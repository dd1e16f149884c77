import type { MiddlewareHandler } from 'hono';
import { v7 } from 'uuid';
import type { AppEnv } from '../app-env.ts';
import { clientAddress } from '../client-address.ts';

const HEADER = 'x-request-id';
/** What a caller may choose: nothing that could write a second line into a log. */
const ACCEPTED = /^[A-Za-z0-9_-]{8,64}$/;

/** Gives every request an id, the caller's own where it has a sane one, and answers with it (and with its cookies). */
export function requestIds(trustedProxies: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const given = c.req.header(HEADER);
    const requestId = given && ACCEPTED.test(given) ? given : v7();
    c.set('requestId', requestId);
    c.set('address', clientAddress(c, trustedProxies));
    await next();
    c.res.headers.set(HEADER, requestId);
    for (const cookie of c.get('cookies') ?? []) c.res.headers.append('Set-Cookie', cookie);
  };
}
