/**
 * Who may do what. One table for the server, which refuses, and for the pages, which say why and whom to ask.
 * Denied unless listed.
 */
export const ROLES = ['owner', 'admin', 'finance', 'operator', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES = ['credits', 'billing', 'leads'] as const;
export type Scope = (typeof SCOPES)[number];

type Rule = { roles: readonly Role[]; staff: boolean; scope?: Scope };

const everyone = ROLES;
const admins = ['owner', 'admin'] as const;
const payers = ['owner', 'admin', 'finance'] as const;
const operators = ['owner', 'admin', 'operator'] as const;

export const RIGHTS = {
  'project.read': { roles: everyone, staff: true },
  'project.manage': { roles: admins, staff: false },
  'credits.read': { roles: everyone, staff: true, scope: 'credits' },
  /** Reserve, capture and release by hand: sibling services, and the people who own the keys. */
  'credits.spend': { roles: admins, staff: false, scope: 'credits' },
  'billing.read': { roles: payers, staff: true, scope: 'billing' },
  'billing.write': { roles: payers, staff: false },
  'leads.write': { roles: operators, staff: false, scope: 'leads' },
  /** Imports and lead counts; phones are another right. */
  'leads.read': { roles: everyone, staff: true, scope: 'leads' },
  'leads.phones': { roles: operators, staff: false, scope: 'leads' },
  'members.read': { roles: admins, staff: true },
  'members.manage': { roles: admins, staff: false },
  'keys.read': { roles: admins, staff: true },
  'keys.manage': { roles: admins, staff: false },
  'staff.settle': { roles: [], staff: true },
} as const satisfies Record<string, Rule>;

export type Right = keyof typeof RIGHTS;

/** Somebody's standing towards one project. An operator only reaches the projects they were given. */
export type Standing =
  | { kind: 'member'; role: Role }
  | { kind: 'staff' }
  | { kind: 'apiKey'; scopes: readonly Scope[] };

/** True when that standing includes the right. Pure: the same answer in the browser and on the server. */
export function allows(standing: Standing, right: Right): boolean {
  const rule: Rule = RIGHTS[right];
  if (standing.kind === 'member') return rule.roles.includes(standing.role);
  if (standing.kind === 'staff') return rule.staff;
  return rule.scope !== undefined && standing.scopes.includes(rule.scope);
}
