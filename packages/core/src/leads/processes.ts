import type { ProcessList, ProcessVariable, processesInput } from '@lead-credits/contract';
import type { Runner } from '@lead-credits/db';
import { templateCsv as csvOf } from '@lead-credits/lead-file';
import type { z } from 'zod';
import { type Access, authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../errors.ts';
import { parsedJson } from './stored-json.ts';

export type Process = {
  id: string;
  projectId: string;
  name: string;
  variables: ProcessVariable[];
  startDelaySeconds: number;
};

type ProcessRow = {
  id: string;
  project_id: string;
  name: string;
  variables: ProcessVariable[] | string;
  start_delay_seconds: number;
};

const COLUMNS = 'id, project_id, name, variables, start_delay_seconds';

function toProcess(row: ProcessRow): Process {
  return {
    id: row.id,
    projectId: row.project_id,
    name: row.name,
    variables: parsedJson<ProcessVariable[]>(row.variables),
    startDelaySeconds: row.start_delay_seconds,
  };
}

/** A process of that project, or NOT_FOUND. */
export async function findProcess(runner: Runner, projectId: string, processId: string): Promise<Process> {
  const [row] = await runner.run<ProcessRow>({
    name: 'find-process',
    text: `select ${COLUMNS} from app.process where project_id = $1::uuid and id = $2::uuid`,
    values: [projectId, processId],
  });
  if (!row) throw notFound();
  return toProcess(row);
}

/** The processes of a project by name, and the limits of a lead file. */
export async function listProcesses(ctx: Ctx, input: z.output<typeof processesInput>): Promise<ProcessList> {
  const { projectId } = await authorize(ctx, input.projectId, 'leads.read');
  const rows = await ctx.db.run<ProcessRow>({
    name: 'list-processes',
    text: `select ${COLUMNS} from app.process where project_id = $1::uuid order by lower(name), id limit 500`,
    values: [projectId],
  });
  return { items: rows.map(toProcess), limits: ctx.settings.limits };
}

/** Where a process lives: routes address it by its id alone. */
async function authorizeProcess(ctx: Ctx, processId: string): Promise<{ access: Access; process: Process }> {
  const [row] = await ctx.db.run<{ project_id: string }>({
    name: 'process-project',
    text: 'select project_id from app.process where id = $1::uuid',
    values: [processId],
  });
  // Somebody without a session learns nothing about which ids exist: authorize answers for the nil project too.
  const access = await authorize(ctx, row?.project_id ?? processId, 'leads.read');
  return { access, process: await findProcess(ctx.db, access.projectId, processId) };
}

/** The template of a process as CSV: its columns and two example rows that upload back without an error. */
export async function templateCsv(
  ctx: Ctx,
  { processId }: { processId: string },
): Promise<{ fileName: string; body: string }> {
  const { process } = await authorizeProcess(ctx, processId);
  return { fileName: `${process.name} template.csv`, body: csvOf({ variables: process.variables }) };
}
