import type { OrganizationView, renameProjectInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { recordAudit } from '../audit.ts';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';
import { readOrganization } from './read-organization.ts';

/**
 * Gives a project another name and answers with its organisation. Owners and admins only; audited with the old and the
 * new name. The same name again changes nothing and leaves no trace.
 */
export async function renameProject(
  ctx: Ctx,
  { projectId, name }: z.output<typeof renameProjectInput>,
): Promise<OrganizationView> {
  const { organizationId } = await authorize(ctx, projectId, 'project.manage');
  await withTransaction(ctx, async (tx) => {
    const [before] = await tx.db.run<{ name: string }>({
      name: 'rename-project',
      text: `update app.project p set name = $2::text
        from (select id, name from app.project where id = $1::uuid for update) before
        where p.id = $1::uuid and before.name <> $2::text
        returning before.name`,
      values: [projectId, name],
    });
    if (!before) return;
    const detail = { from: before.name, to: name };
    await recordAudit(tx, {
      organizationId,
      projectId,
      action: 'project.rename',
      subject: projectId,
      detail,
    });
  });
  return readOrganization(ctx, { organizationId });
}
