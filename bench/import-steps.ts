import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Ctx, leads } from '@lead-credits/core';
import type { Database } from '@lead-credits/db';
import { COPY_LEADS, type LeadTarget, VARIABLES } from './lead-files.ts';
import type { Place } from './place.ts';
import { anyOf, type BenchProject, createCtx, createProjects } from './world.ts';

/** A project with a process, and where its leads go. */
export type ImportPlace = { project: BenchProject; target: LeadTarget };

export async function createImportPlace({ db, folder }: Place): Promise<ImportPlace> {
  const project = anyOf(await createProjects(createCtx(db, folder), 1));
  const target = { projectId: project.projectId, processId: randomUUID(), importId: randomUUID() };
  await db.run({
    name: 'bench-process',
    text: `insert into app.process (id, project_id, name, variables, created_at)
      values ($1::uuid, $2::uuid, 'Bench', $3::jsonb, now())`,
    values: [target.processId, target.projectId, JSON.stringify(VARIABLES)],
  });
  return { project, target };
}

/** The whole import without HTTP: spooled, counted, reserved, decoded, stored, captured. Gives what went in. */
export async function importFile(
  ctx: Ctx,
  { projectId, processId }: LeadTarget,
  csvPath: string,
): Promise<{ rows: number; accepted: number }> {
  const bytes = createReadStream(csvPath);
  const key = randomUUID();
  const asked = { projectId, processId, initialize: true, key, fileName: 'leads.csv', bytes };
  const { importId } = await leads.receiveImport(ctx, asked);
  await leads.runImport(ctx, { importId });
  const { import: done } = await leads.readImport(ctx, { importId });
  if (done.status !== 'completed') throw new Error(`the import ended as ${done.status}`);
  return done;
}

/** The floor: the clean rows go straight into the same table, with the same indexes, through the same driver. */
export function copyFile(db: Database, copyPath: string): Promise<void> {
  return db.beginCopy((tx) => pipeline(createReadStream(copyPath), tx.copyIn(COPY_LEADS)));
}

/** Nothing of the last run left, in the tables or waiting to be flushed. */
export async function emptyLeads({ owner }: Place): Promise<void> {
  await owner`truncate app.lead, app.import_row`;
  await owner`checkpoint`;
}

export function pathsIn({ folder }: Place): { csv: string; clean: string; held: string } {
  return {
    csv: join(folder, 'leads.csv'),
    clean: join(folder, 'clean.copy'),
    held: join(folder, 'held.copy'),
  };
}
