import { createBareUpdate } from './bare-update.ts';
import { compareLoads, type Figures } from './compare.ts';
import type { Place } from './place.ts';
import { createDeliveries, takeDelivery } from './webhook-events.ts';
import { createCtx } from './world.ts';

const CLIENTS = 8;
const BILLS = 30_000;

/**
 * Distinct captured payments: signature, stored, settled (payment, lot, entry, gapless number, document), 8 at once.
 * The floor is a bare guarded UPDATE of one row by 8 clients: the numbers of one seller are one row that each wants.
 */
export async function run(place: Place): Promise<Figures> {
  const { update } = await createBareUpdate(place, 1);
  const ctx = createCtx(place.db, place.folder);
  const deliveries = await createDeliveries(ctx, BILLS);
  async function settle(): Promise<void> {
    const delivery = deliveries.pop();
    if (!delivery) throw new Error(`more than ${BILLS} settlements: make more bills`);
    const outcome = await takeDelivery(ctx, delivery);
    if (outcome !== 'settled') throw new Error(`not settled but ${outcome}`);
  }
  return compareLoads('settlements/s', { clients: CLIENTS, op: settle }, { clients: CLIENTS, op: update });
}
