import type { AppContext } from './app-env.ts';

/**
 * The address a request comes from: the connection's, or, behind `trustedProxies` proxies of ours, the entry that the
 * outermost of them appended to X-Forwarded-For. Whatever a client wrote into that header itself stands further left
 * and is never read.
 */
export function clientAddress(c: AppContext, trustedProxies: number): string {
  const connection = c.env?.incoming?.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return connection;
  const chain = (c.req.header('x-forwarded-for') ?? '').split(',').map((entry) => entry.trim());
  return chain.at(-trustedProxies) || connection;
}
