import { DomainError } from '@lead-credits/core';
import type { MiddlewareHandler } from 'hono';
import { csrf } from 'hono/csrf';
import type { AppEnv } from '../app-env.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send, beside the cookie's SameSite=Lax. A request that changes something
 * must not say that it comes from elsewhere; and of the kinds that a browser sends across sites without asking first
 * (forms, text, no type at all) only those that say they come from here pass. A program that sends JSON and names no
 * origin passes: no browser does that across sites without asking, and we never answer such a question. An API key is
 * no cookie: nobody sends it unknowingly.
 */
export function sameSite(trustedOrigins: readonly string[]): MiddlewareHandler<AppEnv> {
  const formsFromHere = csrf({ origin: [...trustedOrigins] });
  return async (c, next) => {
    if (SAFE.has(c.req.method) || c.req.header('authorization') !== undefined) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isForeign =
      (origin !== undefined && !trustedOrigins.includes(origin)) ||
      (site !== undefined && /^cross-site$/i.test(site));
    if (isForeign) throw new DomainError('FORBIDDEN', { reason: 'cross_site' });
    return formsFromHere(c, next);
  };
}

/** Where our own pages come from. While developing, the names of this machine are one. */
export function trustedOriginsOf(publicUrl: string, isProduction: boolean): string[] {
  const { origin, protocol, hostname, port } = new URL(publicUrl);
  if (isProduction || !/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)) return [origin];
  const suffix = port ? `:${port}` : '';
  return ['localhost', '127.0.0.1', '[::1]'].map((name) => `${protocol}//${name}${suffix}`);
}
