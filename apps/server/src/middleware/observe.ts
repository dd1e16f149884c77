import { actorId } from '@lead-credits/core';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { AppEnv } from '../app-env.ts';
import type { Logger } from '../log.ts';
import type { Metrics } from '../metrics.ts';

/** Asked every few seconds by machines. */
const QUIET = new Set(['/healthz', '/readyz', '/metrics']);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const MAX_PATH = 200;

/**
 * One line and one observation per request: id, method, route, path without its query, status, time, and who by id.
 * Never headers, bodies or what a person typed.
 */
export function observe(log: Logger, metrics: Metrics): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    await next();
    const durationMs = performance.now() - startedAt;
    const { status } = c.res;
    const route = c.get('routeLabel') ?? routePath(c);
    const method = METHODS.has(c.req.method) ? c.req.method : 'OTHER';
    metrics.request({ method, route, status }, durationMs / 1000);
    const actor = c.get('actor');
    const line = {
      requestId: c.get('requestId'),
      method,
      route,
      path: loggedPath(c.req.path, route),
      status,
      durationMs: Math.round(durationMs * 10) / 10,
      ...(actor ? { actor: actorId(actor) } : {}),
    };
    if (QUIET.has(route)) log.debug(line, 'request');
    else log.info(line, 'request');
  };
}

/** The path of the set-up link is a secret, and unknown paths may hold anything. */
function loggedPath(path: string, route: string): string {
  const isSecret = path.startsWith('/setup/') || route === '/*' || route === '*';
  return isSecret ? route : path.slice(0, MAX_PATH);
}
