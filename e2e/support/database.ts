import { type Database, openDatabase } from '@lead-credits/db';
import { readEmbeddedUrl } from '@lead-credits/db/embedded';

/** Tables that a webhook may write. */
const TABLES = ['webhook_event', 'payment', 'quarantine', 'entry', 'lot', 'document', 'audit'] as const;
export type RowCounts = Readonly<Record<(typeof TABLES)[number] | 'job', number>>;

/** Opens the embedded Postgres of a running product beside it, with the rights of the application. */
export async function openBeside(dataDir: string): Promise<Database> {
  const url = await readEmbeddedUrl(dataDir);
  if (!url) throw new Error(`no Postgres answers for ${dataDir}`);
  return openDatabase({ url, max: 1, maxCopy: 1 });
}

/** How many rows stand where a webhook leaves a trace; the queue's as ever made, because done jobs are removed. */
export async function countRows(db: Database): Promise<RowCounts> {
  const parts = TABLES.map((table) => `(select count(*)::int from app.${table}) as ${table}`);
  const text = `select ${parts.join(', ')}, (select count(*)::int from pgboss.job where name = 'apply-webhook') as job`;
  const [row] = await db.run<RowCounts>({ name: 'count-rows', text, values: [] });
  if (!row) throw new Error('a count is a row');
  return row;
}
