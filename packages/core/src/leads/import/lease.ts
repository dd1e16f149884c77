import { toDate } from '@lead-credits/db';
import type { Ctx } from '../../context.ts';
import type { RowsRead } from './stage-rows.ts';

/** A worker's right to run an import, for a while. `attempt` is the fencing number. */
export type Lease = {
  importId: string;
  projectId: string;
  processId: string;
  accountId: string;
  spoolId: string;
  rows: number;
  startsAt: Date | null;
  attempt: number;
};

/** How long a silent worker keeps an import: what a kill costs before the next one takes over. */
const LEASE_MS = 10_000;
/** After each further attempt the next one waits longer (5 s, 20 s, 45 s): a database that is away may be back then. */
const RETRY_SECONDS = 5;
const BEAT_MS = 2_000;

/** Another worker has the import now: what this one did must not be committed. */
export class LeaseLost extends Error {
  constructor() {
    super('the lease of the import was lost');
    this.name = 'LeaseLost';
  }
}

type LeaseRow = {
  id: string;
  project_id: string;
  process_id: string;
  account_id: string;
  spool_id: string;
  rows: number;
  starts_at: string | null;
  attempt: number;
};

/** Takes a processing import that nobody holds. Undefined where it ended or somebody holds it. */
export async function claimLease(ctx: Ctx, importId: string): Promise<Lease | undefined> {
  const now = ctx.clock();
  const [row] = await ctx.db.run<LeaseRow>({
    name: 'claim-import',
    text: `update app.import i set attempt = i.attempt + 1, lease_until = $3::timestamptz, rows_read = 0
      from app.account a
      where i.id = $1::uuid and a.project_id = i.project_id and i.status = 'processing'
        and (i.lease_until is null or i.lease_until < $2::timestamptz)
      returning i.id, i.project_id, i.process_id, a.id as account_id, i.spool_id, i.rows, i.starts_at, i.attempt`,
    values: [importId, now, new Date(now.getTime() + LEASE_MS)],
  });
  return (
    row && {
      importId: row.id,
      projectId: row.project_id,
      processId: row.process_id,
      accountId: row.account_id,
      spoolId: row.spool_id,
      rows: row.rows,
      startsAt: row.starts_at === null ? null : toDate(row.starts_at),
      attempt: row.attempt,
    }
  );
}

/** Renews the lease and shows the progress, outside the import's transaction, until stopped. */
export function keepLease(ctx: Ctx, lease: Lease, read: RowsRead): { stop(): void } {
  const beat = async (): Promise<void> => {
    await ctx.db.run({
      name: 'renew-lease',
      text: `update app.import set lease_until = $4::timestamptz, rows_read = $5::bigint
        where project_id = $1::uuid and id = $2::uuid and attempt = $3::int and status = 'processing'`,
      values: [
        lease.projectId,
        lease.importId,
        lease.attempt,
        new Date(ctx.clock().getTime() + LEASE_MS),
        read.rows,
      ],
    });
  };
  // A beat that fails is made good by the next; when all fail the lease runs out, which is what it is for.
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Imports that nobody is running: their worker died, their last attempt failed, or nobody has begun. */
export async function sweepImports(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.run<{ id: string }>({
    name: 'sweep-imports',
    text: `select id from app.import where status = 'processing' and (lease_until is null
        or lease_until < $1::timestamptz - make_interval(secs => $2::int * (attempt - 1) ^ 2))
      order by id limit 100`,
    values: [ctx.clock(), RETRY_SECONDS],
  });
  return rows.map(({ id }) => id);
}
