import { trpcServer } from '@hono/trpc-server';
import { appRouter, publicError } from '@lead-credits/api';
import { Hono, type MiddlewareHandler } from 'hono';
import type { AppContext, AppEnv } from '../app-env.ts';
import type { Services } from '../composition.ts';
import { identify, whileIdentified } from '../identify.ts';
import { limits } from '../limits.ts';
import { logUnexpected } from '../middleware/answer-errors.ts';
import type { OpenStreams } from '../open-streams.ts';
import type { RateLimits } from '../rate-limits.ts';
import { readBody, refuseLarge } from '../read-body.ts';

const PROCEDURES: ReadonlySet<string> = new Set(Object.keys(appRouter._def.procedures));

/** The tRPC router. Whoever calls is found out once per request, for the whole batch. */
export function trpcRoutes(services: Services, rates: RateLimits, streams: OpenStreams): Hono<AppEnv> {
  return new Hono<AppEnv>().use('/trpc/*', limitBody, async (c: AppContext) => {
    c.set('routeLabel', labelOf(c.req.path));
    const answer = await trpcServer({
      endpoint: '/trpc',
      router: appRouter,
      maxBatchSize: limits.batchSize,
      createContext: async (options) => ({
        ctx: await identify(c, services, rates, options.info.calls.length),
        changes: (accountId: string, signal: AbortSignal) =>
          whileIdentified(c, services, rates, services.live.changes(accountId, signal)),
      }),
      onError: ({ error }) => {
        if (publicError(error).code === 'INTERNAL') logUnexpected(services.log, c, error.cause ?? error);
      },
    })(c, () => Promise.resolve());
    if (answer?.headers.get('content-type')?.startsWith('text/event-stream')) streams.keep(c);
    return answer;
  });
}

/** A body that says how long it is, is refused or passed on by that; one that does not is counted while it comes. */
const limitBody: MiddlewareHandler<AppEnv> = async (c, next) => {
  const { raw } = c.req;
  refuseLarge(raw, limits.jsonBytes);
  if (!raw.headers.has('content-length') && raw.body) {
    c.req.raw = new Request(raw, { body: await readBody(raw, limits.jsonBytes) });
  }
  await next();
};

/** Procedure names are ours and few; what else a path may hold is not. */
function labelOf(path: string): string {
  const name = path.slice('/trpc/'.length);
  if (PROCEDURES.has(name)) return `/trpc/${name}`;
  return name.includes(',') ? '/trpc/batch' : '/trpc/*';
}
