import {
  type ColumnMap,
  type Inspection,
  type LeadFile,
  LeadFileError,
  mapColumns,
  openLeadFile,
} from '@lead-credits/lead-file';
import type { Ctx, Spool } from '../../context.ts';
import { DomainError } from '../../errors.ts';
import type { Process } from '../processes.ts';
import { withoutOwnColumns } from './own-columns.ts';

export type OpenedFile = { file: LeadFile; map: ColumnMap };

/** The spool disappeared under an import: its bytes cannot be had again. */
export class SpoolGone extends Error {
  constructor() {
    super('the spooled file is gone');
    this.name = 'SpoolGone';
  }
}

async function* bytesOf(spool: Spool, id: string): AsyncGenerator<Uint8Array> {
  const bytes = await spool.read(id);
  if (!bytes) throw new SpoolGone();
  yield* bytes;
}

/** Opens a spooled lead file and maps its columns for a process. FILE_UNREADABLE `missing_column` names what is missing. */
export async function openSpool(
  ctx: Ctx,
  spoolId: string,
  process: Process,
  inspection?: Inspection,
): Promise<OpenedFile> {
  const shape = { variables: process.variables };
  const limits = { rows: ctx.settings.limits.rows };
  const file = await openLeadFile(() => bytesOf(ctx.spool, spoolId), { process: shape, limits, inspection });
  const mapping = mapColumns(file.header, shape);
  if (!mapping.ok) {
    throw new LeadFileError('FILE_UNREADABLE', 'missing_column', {
      missing: mapping.missing,
      header: file.header,
    });
  }
  return { file, map: withoutOwnColumns(mapping.map) };
}

/** What is wrong with the file itself, as the product's own error; anything else is passed on. */
export function asDomainError(error: unknown): unknown {
  if (!(error instanceof LeadFileError)) return error;
  return new DomainError(error.code, { reason: error.reason, ...error.details });
}
