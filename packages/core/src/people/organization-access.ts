import { allows, type Right, type Role, type Standing } from '@lead-credits/contract';
import { requireUser } from '../access.ts';
import type { Ctx } from '../context.ts';
import { DomainError, notFound } from '../errors.ts';

/** An organisation somebody may look at, and as what. */
export type OrganizationAccess = {
  organizationId: string;
  organizationName: string;
  standing: Standing;
  /** Set for an operator, who reaches only the projects given to this membership. */
  limitedToMemberId: string | null;
};

/**
 * Lets a signed-in person act on an organisation or throws: UNAUTHENTICATED without anybody, FORBIDDEN for an API key
 * (a key belongs to a project, whatever the id asked for), NOT_FOUND where the organisation is missing or belongs to
 * others (the same answer), FORBIDDEN where it is theirs but the right is not.
 */
export async function authorizeOrganization(
  ctx: Ctx,
  organizationId: string,
  right: Right,
): Promise<OrganizationAccess> {
  const { userId, isStaff } = requireUser(ctx);
  const [row] = await ctx.db.run<{ id: string; name: string; member_id: string | null; role: Role | null }>({
    name: 'access-organization',
    text: `select o.id, o.name, m.id as member_id, m.role
      from app.organization o
      left join app.member m on m.organization_id = o.id and m.user_id = $2::uuid
      where o.id = $1::uuid`,
    values: [organizationId, userId],
  });
  const standing = row && standingOf(row.role, isStaff);
  if (!row || !standing) throw notFound();
  if (!allows(standing, right)) throw new DomainError('FORBIDDEN', { right });
  return {
    organizationId: row.id,
    organizationName: row.name,
    standing,
    limitedToMemberId: row.role === 'operator' ? row.member_id : null,
  };
}

function standingOf(role: Role | null, isStaff: boolean): Standing | undefined {
  if (role) return { kind: 'member', role };
  return isStaff ? { kind: 'staff' } : undefined;
}

/** Platform staff or the product itself: what makes organisations, projects and people. */
export function requirePlatform(ctx: Ctx): void {
  const { actor } = ctx;
  if (actor.kind === 'anonymous') throw new DomainError('UNAUTHENTICATED');
  const allowed = actor.kind === 'system' || (actor.kind === 'user' && actor.isStaff);
  if (!allowed) throw new DomainError('FORBIDDEN');
}
