import { type CreditsOverview, creditStatus, type overviewInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { only } from '../errors.ts';

type OverviewRow = {
  available: number;
  reserved: number;
  consumed: number;
  debt: number;
  seq: number;
  pending: number;
  low_threshold: number | null;
};

/**
 * The balance of a project in credits. Held (reserved) and awaiting payment (pending) stand apart: available never
 * contains them.
 */
export async function overview(ctx: Ctx, input: z.output<typeof overviewInput>): Promise<CreditsOverview> {
  const access = await authorize(ctx, input.projectId, 'credits.read');
  const now = ctx.clock();
  const rows = await ctx.db.run<OverviewRow>({
    name: 'credits-overview',
    text: `select a.available, a.reserved, a.consumed, a.debt, a.seq, p.low_threshold,
        (select coalesce(sum(t.units), 0)::bigint from app.top_up t
          where t.project_id = p.id and t.state in ('pending', 'sent') and t.expires_at > $2::timestamptz) as pending
      from app.account a join app.project p on p.id = a.project_id
      where a.project_id = $1::uuid`,
    values: [access.projectId, now],
  });
  const { low_threshold: lowThreshold, ...balance } = only(rows, 'account of a project');
  return {
    projectId: access.projectId,
    projectName: access.projectName,
    ...balance,
    lowThreshold,
    status: creditStatus({ ...balance, lowThreshold }),
    asOf: now,
  };
}
