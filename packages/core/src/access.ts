import { allows, type Right, type Role, type Standing } from '@lead-credits/contract';
import type { Runner, Statement } from '@lead-credits/db';
import type { Actor, Ctx } from './context.ts';
import { DomainError, notFound } from './errors.ts';

/** A project somebody may act on, and as what. The only way from an outside id to an account. */
export type Access = {
  projectId: string;
  projectName: string;
  organizationId: string;
  accountId: string;
  standing: Standing;
};

type AccessRow = {
  project_id: string;
  project_name: string;
  organization_id: string;
  account_id: string;
  role: Role | null;
  given: boolean;
};

/**
 * One statement finds the project, the account and the person's role in the owning organisation.
 * A user without membership gets role null; an operator also needs the project to be given.
 */
function accessStatement(by: 'project' | 'account', id: string, userId: string | null): Statement<AccessRow> {
  const column = by === 'project' ? 'p.id' : 'a.id';
  return {
    name: `access-by-${by}`,
    text: `select p.id as project_id, p.name as project_name, p.organization_id, a.id as account_id, m.role,
        exists (select from app.member_project mp where mp.member_id = m.id and mp.project_id = p.id) as given
      from app.project p
      join app.account a on a.project_id = p.id
      left join app.member m on m.organization_id = p.organization_id and m.user_id = $2::uuid
      where ${column} = $1::uuid`,
    values: [id, userId],
  };
}

function standingOf(actor: Actor, row: AccessRow): Standing | undefined {
  switch (actor.kind) {
    case 'apiKey':
      return actor.projectId === row.project_id ? { kind: 'apiKey', scopes: actor.scopes } : undefined;
    case 'user': {
      const reachable = row.role !== null && (row.role !== 'operator' || row.given);
      if (reachable && row.role) return { kind: 'member', role: row.role };
      return actor.isStaff ? { kind: 'staff' } : undefined;
    }
    default:
      return undefined;
  }
}

async function find(ctx: Ctx, by: 'project' | 'account', id: string, right: Right): Promise<Access> {
  requireSomebody(ctx);
  const { actor } = ctx;
  const userId = actor.kind === 'user' ? actor.userId : null;
  const [row] = await (ctx.db satisfies Runner).run(accessStatement(by, id, userId));
  const standing = row && standingOf(actor, row);
  if (!row || !standing) throw notFound();
  if (!allows(standing, right)) throw new DomainError('FORBIDDEN', { right });
  return {
    projectId: row.project_id,
    projectName: row.project_name,
    organizationId: row.organization_id,
    accountId: row.account_id,
    standing,
  };
}

/**
 * Lets the actor act on a project or throws: UNAUTHENTICATED without anybody, NOT_FOUND where the project is missing
 * or belongs to others (the same answer), FORBIDDEN where it is theirs but the right is not.
 */
export function authorize(ctx: Ctx, projectId: string, right: Right): Promise<Access> {
  return find(ctx, 'project', projectId, right);
}

/** The same, from an account: reservations are addressed by theirs. */
export function authorizeAccount(ctx: Ctx, accountId: string, right: Right): Promise<Access> {
  return find(ctx, 'account', accountId, right);
}

/** True when somebody already let in may also do this; for masking phones, not for guarding writes. */
export function may(access: Access, right: Right): boolean {
  return allows(access.standing, right);
}

/** Somebody, whoever: before anything is said about an id that is checked without asking the database. */
export function requireSomebody(ctx: Ctx): void {
  if (ctx.actor.kind === 'anonymous') throw new DomainError('UNAUTHENTICATED');
}

/** Somebody with a session: a user, never an API key. */
export function requireUser(ctx: Ctx): Extract<Actor, { kind: 'user' }> {
  if (ctx.actor.kind === 'user') return ctx.actor;
  throw new DomainError(ctx.actor.kind === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN');
}
