import type { MemberList, organizationInput, Role } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import type { Ctx } from '../context.ts';
import { authorizeOrganization } from './organization-access.ts';

type Row = {
  id: string;
  name: string;
  email: string;
  role: Role;
  joined_at: string;
  projects: { id: string; name: string }[];
};

/**
 * The members of an organisation with the projects each reaches (an operator: the given ones). Owners, admins and
 * staff only: it shows e-mail addresses.
 */
export async function listMembers(
  ctx: Ctx,
  { organizationId }: z.output<typeof organizationInput>,
): Promise<MemberList> {
  await authorizeOrganization(ctx, organizationId, 'members.read');
  const rows = await ctx.db.run<Row>({
    name: 'list-members',
    text: `select m.id, u.name, u.email, m.role, m.created_at as joined_at,
        coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name, p.id)
          from app.project p
          where p.organization_id = m.organization_id and (m.role <> 'operator'
            or exists (select from app.member_project mp where mp.member_id = m.id and mp.project_id = p.id))),
          '[]') as projects
      from app.member m
      join auth."user" u on u.id = m.user_id
      where m.organization_id = $1::uuid
      order by m.role, u.name, m.id`,
    values: [organizationId],
  });
  return { items: rows.map(({ joined_at, ...member }) => ({ ...member, joinedAt: toDate(joined_at) })) };
}
