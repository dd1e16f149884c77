import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Entrances } from '../composition.ts';
import { contentSecurityPolicy, policyText } from '../content-security-policy.ts';

/**
 * The headers every answer carries; a route that sets one itself keeps its own (the mail viewer's policy). What is not
 * said to be kept is not kept: answers hold balances and names.
 */
export function securityHeaders(entrances: Entrances): MiddlewareHandler<AppEnv> {
  const headers: readonly (readonly [string, string])[] = [
    ['Content-Security-Policy', policyText(contentSecurityPolicy(entrances))],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    // Banks open their own pages in a window of the checkout, and have to find their way back to it.
    ['Cross-Origin-Opener-Policy', 'same-origin-allow-popups'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), microphone=(), geolocation=(), usb=(), browsing-topics=()'],
    ['Cache-Control', 'no-store'],
    ...(entrances.publicUrl.startsWith('https:')
      ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as const]
      : []),
  ];
  return async (c, next) => {
    await next();
    for (const [name, value] of headers) {
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    }
  };
}
