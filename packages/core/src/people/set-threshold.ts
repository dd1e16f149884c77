import type { OrganizationView, thresholdInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { recordAudit } from '../audit.ts';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';
import { readOrganization } from './read-organization.ts';

/**
 * Sets how many available credits a project counts as low at (null: never), and answers with its organisation. Owners
 * and admins only; audited with the old and the new value. The same value again changes nothing and leaves no trace.
 */
export async function setThreshold(
  ctx: Ctx,
  { projectId, lowThreshold }: z.output<typeof thresholdInput>,
): Promise<OrganizationView> {
  const { organizationId } = await authorize(ctx, projectId, 'project.manage');
  await withTransaction(ctx, async (tx) => {
    const [before] = await tx.db.run<{ low_threshold: number | null }>({
      name: 'set-threshold',
      text: `update app.project p set low_threshold = $2::bigint
        from (select id, low_threshold from app.project where id = $1::uuid for update) before
        where p.id = $1::uuid and before.low_threshold is distinct from $2::bigint
        returning before.low_threshold`,
      values: [projectId, lowThreshold],
    });
    if (!before) return;
    const detail = { from: before.low_threshold, to: lowThreshold };
    await recordAudit(tx, {
      organizationId,
      projectId,
      action: 'project.threshold',
      subject: projectId,
      detail,
    });
  });
  return readOrganization(ctx, { organizationId });
}
