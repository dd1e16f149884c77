import { createBareUpdate } from './bare-update.ts';
import { compareLoads, type Figures } from './compare.ts';
import { captureOne, reserveOne } from './ledger-statements.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const CLIENTS = 8;

/** Reserve and capture, two commits, 8 clients on one account, against two bare guarded UPDATEs. */
export async function run(place: Place): Promise<Figures> {
  const { update } = await createBareUpdate(place, 1);
  const { accountId } = anyOf(await createProjects(createCtx(place.db, place.folder), 1));
  async function cycle(): Promise<void> {
    const { key, statement } = reserveOne(accountId);
    await place.db.run(statement);
    await place.db.run(captureOne(accountId, key));
  }
  async function twice(): Promise<void> {
    await update();
    await update();
  }
  return compareLoads('cycles/s', { clients: CLIENTS, op: cycle }, { clients: CLIENTS, op: twice });
}
