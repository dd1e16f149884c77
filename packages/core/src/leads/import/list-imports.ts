import {
  decodeId,
  encodeId,
  type ImportDetail,
  type ImportList,
  type importInput,
  type importsInput,
} from '@lead-credits/contract';
import type { z } from 'zod';
import { type Access, authorize, may } from '../../access.ts';
import type { Ctx } from '../../context.ts';
import { notFound } from '../../errors.ts';
import { parsedJson } from '../stored-json.ts';
import { IMPORT_COLUMNS, IMPORT_JOIN, type StoredImport, toImportItem } from './import-row.ts';

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const SHOWN_ROWS = 200;

/** The imports of a project, newest first. Keyset paging. */
export async function listImports(ctx: Ctx, input: z.output<typeof importsInput>): Promise<ImportList> {
  const { projectId } = await authorize(ctx, input.projectId, 'leads.read');
  const rows = await ctx.db.run<StoredImport>({
    name: 'list-imports',
    text: `select ${IMPORT_COLUMNS} from app.import i ${IMPORT_JOIN}
      where i.project_id = $1::uuid and i.id < $2::uuid order by i.id desc limit $3::int`,
    values: [projectId, input.cursor ? decodeId('import', input.cursor) : LAST, input.limit + 1],
  });
  const items = rows.slice(0, input.limit).map(toImportItem);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > input.limit && last ? encodeId('import', last.id) : null };
}

/** An import with the project it belongs to, after the caller was let in; NOT_FOUND for everybody else. */
export async function authorizeImport(
  ctx: Ctx,
  importId: string,
  right: 'leads.read' | 'leads.phones',
): Promise<{ access: Access; stored: StoredImport }> {
  const [found] = await ctx.db.run<{ project_id: string }>({
    name: 'import-project',
    text: 'select project_id from app.import where id = $1::uuid',
    values: [importId],
  });
  // Also without an import the caller is asked who they are: nobody learns without a session which ids exist.
  const access = await authorize(ctx, found?.project_id ?? importId, right);
  const [stored] = await ctx.db.run<StoredImport>({
    name: 'read-import',
    text: `select ${IMPORT_COLUMNS} from app.import i ${IMPORT_JOIN} where i.project_id = $1::uuid and i.id = $2::uuid`,
    values: [access.projectId, importId],
  });
  if (!stored) throw notFound();
  return { access, stored };
}

type RowOfImport = ImportDetail['rows'][number];
type StoredRow = {
  row: number;
  outcome: RowOfImport['outcome'];
  reasons: RowOfImport['reasons'] | string;
  cells: string[];
};

/** One import with the first rows that did not go in. Cells only for people who may see phones. */
export async function readImport(ctx: Ctx, input: z.output<typeof importInput>): Promise<ImportDetail> {
  const { access, stored } = await authorizeImport(ctx, input.importId, 'leads.read');
  const rows = await ctx.db.run<StoredRow>({
    name: 'import-rows',
    text: `select row, outcome, reasons, cells from app.import_row
      where project_id = $1::uuid and import_id = $2::uuid order by row limit ${SHOWN_ROWS}`,
    values: [access.projectId, stored.id],
  });
  const sees = may(access, 'leads.phones');
  return {
    import: toImportItem(stored),
    header: stored.header,
    rows: rows.map(({ row, outcome, reasons, cells }) => ({
      row,
      outcome,
      reasons: parsedJson<RowOfImport['reasons']>(reasons),
      cells: sees ? cells : null,
    })),
  };
}
