import { credits } from '@lead-credits/core';
import { compareLoads, type Figures } from './compare.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const CLIENTS = 32;
const PROJECTS = 1_000;

/** `credits.overview`, its authorisation included, 32 clients over 1,000 projects, against reading the bare balance. */
export async function run({ db, folder }: Place): Promise<Figures> {
  const projects = await createProjects(createCtx(db, folder), PROJECTS);
  const overview = (): Promise<unknown> => {
    const { ctx, projectId } = anyOf(projects);
    return credits.overview(ctx, { projectId });
  };
  const bare = (): Promise<unknown> =>
    db.run({
      name: 'bench-bare-balance',
      text: 'select available, reserved from app.account where project_id = $1::uuid',
      values: [anyOf(projects).projectId],
    });
  return compareLoads('reads/s', { clients: CLIENTS, op: overview }, { clients: CLIENTS, op: bare });
}
