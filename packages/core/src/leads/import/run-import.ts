import { LeadFileError } from '@lead-credits/lead-file';
import { actorId, asSystem, type Ctx } from '../../context.ts';
import { reservationKey, settleFor } from '../../credits/index.ts';
import { assert } from '../../errors.ts';
import { databaseOf } from '../../transaction.ts';
import { findProcess } from '../processes.ts';
import { admitRows } from './admit-rows.ts';
import { endImport } from './end-import.ts';
import { claimLease, keepLease, type Lease, LeaseLost } from './lease.ts';
import { openSpool, SpoolGone } from './open-spool.ts';
import { type RowsRead, stageRows } from './stage-rows.ts';

const MAX_ATTEMPTS = 5;

/**
 * Runs one import to its end: file → staging → leads and import rows, then capture of what the database counted and
 * release of the rest, all in one transaction. Killed anywhere, nothing of it exists and the next run starts over; the
 * lease's number makes sure that only the last one commits. Does nothing when somebody else has the lease or it ended.
 */
export async function runImport(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const system = asSystem(ctx, 'import');
  const lease = await claimLease(system, importId);
  if (!lease) return;
  if (lease.attempt > MAX_ATTEMPTS)
    return endImport(system, lease, 'failed', { code: 'INTERNAL', details: {} });
  const read: RowsRead = { rows: 0 };
  const beat = keepLease(system, lease, read);
  try {
    await importLeads(system, lease, read);
    await ctx.spool.remove(lease.spoolId);
  } catch (error) {
    await handleFailure(system, lease, error);
  } finally {
    beat.stop();
  }
}

async function importLeads(ctx: Ctx, lease: Lease, read: RowsRead): Promise<void> {
  const process = await findProcess(ctx.db, lease.projectId, lease.processId);
  const opened = await openSpool(ctx, lease.spoolId, process);
  await databaseOf(ctx).beginCopy(async (tx) => {
    await stageRows(tx, opened, process, read);
    assert(read.rows === lease.rows, 'the file has the rows that were reserved for');
    const now = ctx.clock();
    const { projectId, processId, importId, startsAt: startAt } = lease;
    const counts = await admitRows(tx, { projectId, processId, importId, startAt, now });
    // The import row first, then the reservation, then the account: the hot row last and shortest.
    const fenced = await tx.run<{ id: string }>({
      name: 'complete-import',
      text: `update app.import set status = 'completed', rows_read = rows, accepted = $4::bigint, failed = $5::bigint,
          duplicates = $6::bigint, credits_consumed = $4::bigint, credits_released = credits_reserved - $4::bigint,
          spool_id = null, lease_until = null, finished_at = $7::timestamptz
        where project_id = $1::uuid and id = $2::uuid and status = 'processing' and attempt = $3::int
        returning id`,
      values: [projectId, importId, lease.attempt, counts.accepted, counts.failed, counts.duplicates, now],
    });
    if (fenced.length === 0) throw new LeaseLost();
    await settleFor(tx, {
      accountId: lease.accountId,
      key: reservationKey('import', importId),
      amount: counts.accepted,
      verb: counts.accepted > 0 ? 'capture' : 'release',
      settleKey: reservationKey('import', importId),
      now,
      actor: actorId(ctx.actor),
    });
  });
}

/** A file that cannot be read any more ends its import and returns every credit; a passing fault is tried again. */
async function handleFailure(ctx: Ctx, lease: Lease, failure: unknown): Promise<void> {
  if (failure instanceof LeaseLost) return;
  if (failure instanceof SpoolGone)
    return endImport(ctx, lease, 'failed', { code: 'SPOOL_GONE', details: {} });
  if (!(failure instanceof LeadFileError)) throw failure;
  const { code, reason, details } = failure;
  await endImport(ctx, lease, 'failed', { code, details: { reason, ...details } });
}
