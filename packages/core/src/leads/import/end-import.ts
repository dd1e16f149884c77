import { actorId, type Ctx } from '../../context.ts';
import { reservationKey, settleFor } from '../../credits/index.ts';
import { withTransaction } from '../../transaction.ts';
import type { Lease } from './lease.ts';

/** Ends an import that does not complete: every reserved credit returns, no lead exists, the bytes are removed. */
export async function endImport(
  ctx: Ctx,
  lease: Lease,
  status: 'failed' | 'cancelled',
  error: { code: string; details: Record<string, unknown> },
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const ended = await tx.db.run<{ id: string }>({
      name: 'end-import',
      text: `update app.import set status = $4::app.import_status, credits_released = credits_reserved, spool_id = null,
          lease_until = null, error_code = $5, error_details = $6::jsonb, finished_at = $7::timestamptz
        where project_id = $1::uuid and id = $2::uuid and attempt = $3::int and status = 'processing'
        returning id`,
      values: [
        lease.projectId,
        lease.importId,
        lease.attempt,
        status,
        error.code,
        JSON.stringify(error.details),
        tx.clock(),
      ],
    });
    if (ended.length === 0) return;
    await settleFor(tx.db, {
      accountId: lease.accountId,
      key: reservationKey('import', lease.importId),
      amount: 0,
      verb: 'release',
      settleKey: reservationKey('import', lease.importId),
      now: tx.clock(),
      actor: actorId(tx.actor),
    });
  });
  await ctx.spool.remove(lease.spoolId);
}
