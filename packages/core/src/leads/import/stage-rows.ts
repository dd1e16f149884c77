import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CopyTransaction } from '@lead-credits/db';
import { identityOf, isLeadRow, mapRow, type RawRow, validateRow } from '@lead-credits/lead-file';
import { v7 } from 'uuid';
import type { Process } from '../processes.ts';
import { copyArray, copyField, copyLine } from './copy-text.ts';
import type { OpenedFile } from './open-spool.ts';

/** Where every row of a file lands first: accepted ones with their lead, failed ones with their reasons. */
const CREATE_STAGE = `create temp table stage (
  row integer not null, id uuid, identity text, name text, first_name text, last_name text, phone text, email text,
  reference_id text, group_id text, metadata jsonb, reasons jsonb, cells text[] not null
) on commit drop`;

export type RowsRead = { rows: number };

/**
 * Decodes, maps and validates a file and streams it into the staging table with one COPY. Memory is bounded by the
 * chunk; `read.rows` counts lead rows as they go by, for the progress shown elsewhere.
 */
export async function stageRows(
  tx: CopyTransaction,
  opened: OpenedFile,
  process: Process,
  read: RowsRead,
): Promise<void> {
  await tx.run({ name: 'create-stage', text: CREATE_STAGE, values: [] });
  await pipeline(Readable.from(lines(opened, process, read)), tx.copyIn('copy stage from stdin'));
}

async function* lines({ file, map }: OpenedFile, process: Process, read: RowsRead): AsyncGenerator<string> {
  const shape = { variables: process.variables };
  for await (const batch of file.rows()) {
    let text = '';
    for (const row of batch) {
      if (!isLeadRow(row, map)) continue;
      read.rows += 1;
      text += lineOf(row, validateRow(mapRow(row, map), shape));
    }
    if (text) yield text;
  }
}

function lineOf(row: RawRow, result: ReturnType<typeof validateRow>): string {
  const cells = copyArray(row.cells);
  if (result.outcome === 'failed') {
    const none = copyField(null);
    const reasons = copyField(JSON.stringify(result.reasons));
    return copyLine([
      copyField(row.row),
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      none,
      reasons,
      cells,
    ]);
  }
  const { lead } = result;
  return copyLine([
    copyField(row.row),
    v7(),
    copyField(identityOf(lead)),
    copyField(lead.name),
    copyField(lead.firstName),
    copyField(lead.lastName),
    copyField(lead.phone),
    copyField(lead.email),
    copyField(lead.referenceId),
    copyField(lead.groupId),
    copyField(JSON.stringify(lead.metadata)),
    copyField(null),
    cells,
  ]);
}
