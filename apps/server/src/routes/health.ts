import { pendingMigrations } from '@lead-credits/db';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import type { Services } from '../composition.ts';
import type { Metrics } from '../metrics.ts';

/** For machines: is the process up, can it work, and how does it do. */
export function healthRoutes({ db, log }: Services, metrics: Metrics): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'up' }))
    .get('/readyz', async (c) => {
      try {
        const pending = await pendingMigrations(db);
        if (pending === 0) return c.json({ status: 'ready' });
        return c.json({ status: 'migrating', pending }, 503);
      } catch (error) {
        // Whatever it is, the answer is the same; why stands in the log.
        log.warn({ err: error }, 'the database does not answer');
        return c.json({ status: 'no database' }, 503);
      }
    })
    .get('/metrics', async (c) =>
      c.body(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
    );
}
