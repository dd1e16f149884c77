import { compareLoads, type Figures } from './compare.ts';
import type { Place } from './place.ts';
import { createDeliveries, takeDelivery } from './webhook-events.ts';
import { anyOf, createCtx } from './world.ts';

const CLIENTS = 8;
const EVENTS = 200;

/** Webhooks that were stored before, 8 at once; the floor is one INSERT that meets its row and does nothing. */
export async function run({ db, folder }: Place): Promise<Figures> {
  const ctx = createCtx(db, folder);
  const deliveries = await createDeliveries(ctx, EVENTS);
  for (const delivery of deliveries) await takeDelivery(ctx, delivery);
  async function again(): Promise<void> {
    const outcome = await takeDelivery(ctx, anyOf(deliveries));
    if (outcome !== 'known') throw new Error(`not known but ${outcome}`);
  }
  const bare = (): Promise<unknown> =>
    db.run({
      name: 'bench-bare-insert',
      text: `insert into app.webhook_event (event_id, event, raw, received_at) values ($1, 'x', '', now())
        on conflict (event_id) do nothing`,
      values: [anyOf(deliveries).eventId],
    });
  return compareLoads('duplicates/s', { clients: CLIENTS, op: again }, { clients: CLIENTS, op: bare });
}
