import { createBareUpdate } from './bare-update.ts';
import { compareLoads, type Figures } from './compare.ts';
import { reserveOne } from './ledger-statements.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const CLIENTS = 8;

/** The reserve statement alone, 8 clients on one account, against a bare guarded UPDATE of one row by 8 clients. */
export async function run(place: Place): Promise<Figures> {
  const { update } = await createBareUpdate(place, 1);
  const { accountId } = anyOf(await createProjects(createCtx(place.db, place.folder), 1));
  const op = (): Promise<unknown> => place.db.run(reserveOne(accountId).statement);
  return compareLoads('reserves/s', { clients: CLIENTS, op }, { clients: CLIENTS, op: update });
}
