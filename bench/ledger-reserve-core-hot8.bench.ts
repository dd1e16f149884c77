import { randomUUID } from 'node:crypto';
import { credits } from '@lead-credits/core';
import { createBareUpdate } from './bare-update.ts';
import { compareLoads, type Figures } from './compare.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const CLIENTS = 8;

/** `credits.reserve` as a router calls it, its authorisation included, 8 clients on one account. */
export async function run(place: Place): Promise<Figures> {
  const { update } = await createBareUpdate(place, 1);
  const { ctx, projectId } = anyOf(await createProjects(createCtx(place.db, place.folder), 1));
  const op = (): Promise<unknown> =>
    credits.reserve(ctx, { projectId, amount: 1, key: randomUUID(), expiresInSeconds: 900 });
  return compareLoads('reserves/s', { clients: CLIENTS, op }, { clients: CLIENTS, op: update });
}
