import { CSV_BOM, csvRecord } from '@lead-credits/lead-file';
import { rowReasonText } from '@lead-credits/messages';
import type { Ctx } from '../../context.ts';
import { parsedJson } from '../stored-json.ts';
import { authorizeImport } from './list-imports.ts';
import { OWN_COLUMNS } from './own-columns.ts';

type Reason = { code: string; column: string; params?: Record<string, string | number> };
type FailedRow = { row: number; reasons: Reason[] | string; cells: string[] };

const PAGE = 2_000;

/**
 * The failed rows (not the duplicates) of an import as a CSV file: the original columns, the row number and the
 * reasons, safe to open in Excel. Fixed and uploaded again, the two added columns are dropped. Streams page by page.
 */
export async function failedRowsCsv(
  ctx: Ctx,
  { importId }: { importId: string },
): Promise<{ fileName: string; body: AsyncIterable<string> }> {
  const { access, stored } = await authorizeImport(ctx, importId, 'leads.phones');
  const base = stored.file_name.replace(/\.[^.]*$/, '');
  // A file of failed rows that failed again has our columns already; they are written anew.
  const kept = stored.header.flatMap((name, index) =>
    OWN_COLUMNS.some((own) => own === name) ? [] : [index],
  );
  return {
    fileName: `${base} - failed rows.csv`,
    body: records(ctx, access.projectId, stored.id, stored.header, kept),
  };
}

async function* records(
  ctx: Ctx,
  projectId: string,
  importId: string,
  header: string[],
  kept: number[],
): AsyncGenerator<string> {
  const pick = (cells: string[]) => kept.map((index) => cells[index] ?? '');
  yield CSV_BOM + csvRecord([...pick(header), ...OWN_COLUMNS]);
  for (let after = 0, more = true; more; ) {
    const rows = await ctx.db.run<FailedRow>({
      name: 'failed-rows',
      text: `select row, reasons, cells from app.import_row
        where project_id = $1::uuid and import_id = $2::uuid and outcome = 'failed' and row > $3::int
        order by row limit ${PAGE}`,
      values: [projectId, importId, after],
    });
    yield rows
      .map(({ row, reasons, cells }) => csvRecord([...pick(cells), String(row), reasonsText(reasons)]))
      .join('');
    after = rows.at(-1)?.row ?? after;
    more = rows.length === PAGE;
  }
}

function reasonsText(reasons: Reason[] | string): string {
  return parsedJson<Reason[]>(reasons)
    .map(({ code, column, params }) => rowReasonText(code, column, params))
    .join(' ');
}
