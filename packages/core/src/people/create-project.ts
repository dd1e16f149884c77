import { v7 } from 'uuid';
import type { Ctx } from '../context.ts';
import { requirePlatform } from './organization-access.ts';

/** The id is the caller's: making it again with the same id changes nothing. */
export type NewProject = { id: string; organizationId: string; name: string };

/**
 * Makes a project and its account, empty, in one statement: a project without an account never exists. Platform staff
 * and the product itself only.
 */
export async function createProject(ctx: Ctx, { id, organizationId, name }: NewProject): Promise<void> {
  requirePlatform(ctx);
  await ctx.db.run({
    name: 'create-project',
    text: `with made as (
        insert into app.project (id, organization_id, name, created_at)
        values ($1::uuid, $2::uuid, $3::text, $4::timestamptz)
        on conflict (id) do nothing
        returning id
      )
      insert into app.account (id, project_id) select $5::uuid, id from made`,
    values: [id, organizationId, name, ctx.clock(), v7()],
  });
}
