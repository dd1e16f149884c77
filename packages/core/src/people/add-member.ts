import type { Role } from '@lead-credits/contract';
import { v7 } from 'uuid';
import type { Ctx } from '../context.ts';
import { requirePlatform } from './organization-access.ts';

/** `projectIds` matter for an operator only: the projects given to them. */
export type NewMember = {
  organizationId: string;
  userId: string;
  role: Role;
  projectIds?: readonly string[];
};

/**
 * Makes a user a member of an organisation. Somebody who is one already keeps their role and is given the named
 * projects besides; projects of other organisations are passed over. Platform staff and the product itself only.
 */
export async function addMember(
  ctx: Ctx,
  { organizationId, userId, role, projectIds = [] }: NewMember,
): Promise<void> {
  requirePlatform(ctx);
  await ctx.db.run({
    name: 'add-member',
    text: `with made as (
        insert into app.member as m (id, organization_id, user_id, role, created_at)
        values ($1::uuid, $2::uuid, $3::uuid, $4::app.role, $5::timestamptz)
        -- Written again with itself, so that the row comes back whether it is new or not.
        on conflict (organization_id, user_id) do update set role = m.role
        returning id
      )
      insert into app.member_project (member_id, project_id)
      select made.id, p.id from made, app.project p
      where p.organization_id = $2::uuid and p.id = any($6::uuid[])
      on conflict do nothing`,
    values: [v7(), organizationId, userId, role, ctx.clock(), projectIds],
  });
}
