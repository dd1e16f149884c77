import type { Me, Role } from '@lead-credits/contract';
import { requireUser } from '../access.ts';
import type { Ctx } from '../context.ts';

type Row = {
  organization_id: string;
  organization_name: string;
  role: Role;
  project_id: string | null;
  project_name: string | null;
};

/**
 * Who is signed in and where they may go: their organisations with their role, and the projects they reach (an
 * operator: the given ones). Staff see the organisations they are members of; others they open by id. UNAUTHENTICATED
 * without a session, FORBIDDEN for an API key.
 */
export async function readMe(ctx: Ctx): Promise<Me> {
  const { userId, name, email, isStaff } = requireUser(ctx);
  const rows = await ctx.db.run<Row>({
    name: 'read-me',
    text: `select o.id as organization_id, o.name as organization_name, m.role, p.id as project_id, p.name as project_name
      from app.member m
      join app.organization o on o.id = m.organization_id
      left join app.project p on p.organization_id = o.id and (m.role <> 'operator'
        or exists (select from app.member_project mp where mp.member_id = m.id and mp.project_id = p.id))
      where m.user_id = $1::uuid
      order by o.name, o.id, p.name, p.id`,
    values: [userId],
  });
  return { user: { id: userId, name, email, isStaff }, organizations: organizationsOf(rows) };
}

function organizationsOf(rows: readonly Row[]): Me['organizations'] {
  const byId = new Map<string, Me['organizations'][number]>();
  for (const row of rows) {
    const found = byId.get(row.organization_id) ?? {
      id: row.organization_id,
      name: row.organization_name,
      role: row.role,
      projects: [],
    };
    byId.set(row.organization_id, found);
    if (row.project_id && row.project_name) {
      found.projects.push({ id: row.project_id, name: row.project_name });
    }
  }
  return [...byId.values()];
}
