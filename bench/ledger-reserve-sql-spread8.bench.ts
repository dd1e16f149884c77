import { createBareUpdate } from './bare-update.ts';
import { compareLoads, type Figures } from './compare.ts';
import { reserveOne } from './ledger-statements.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const CLIENTS = 8;
const ACCOUNTS = 1_000;

/** The reserve statement alone, 8 clients over 1,000 accounts, against a bare guarded UPDATE over 1,000 rows. */
export async function run(place: Place): Promise<Figures> {
  const { update } = await createBareUpdate(place, ACCOUNTS);
  const projects = await createProjects(createCtx(place.db, place.folder), ACCOUNTS);
  const op = (): Promise<unknown> => place.db.run(reserveOne(anyOf(projects).accountId).statement);
  return compareLoads('reserves/s', { clients: CLIENTS, op }, { clients: CLIENTS, op: update });
}
