import type { Role } from '@lead-credits/contract';
import { type Ctx, people } from '@lead-credits/core';
import { createWorld, type TestProject, type TestWorld } from '@lead-credits/core/testing';
import { makeKey, seedSeller, seedTenant, type Tenant } from './tenants.ts';

/**
 * Everybody who may call, as seen from the project `ours`. `elsewhere` is an operator of the same organisation without
 * this project, `outsider` owns another organisation, `key:sibling` belongs to another project of the same one.
 */
export const STANDINGS = [
  'owner',
  'admin',
  'finance',
  'operator',
  'elsewhere',
  'viewer',
  'staff',
  'outsider',
  'key:credits',
  'key:billing',
  'key:leads',
  'key:sibling',
  'key:foreign',
  'anonymous',
] as const;
export type Standing = (typeof STANDINGS)[number];

export type TenancyWorld = {
  world: TestWorld;
  /** The project everybody is looked at from, another one of its organisation, and one of somebody else's. */
  ours: Tenant;
  sibling: Tenant;
  foreign: Tenant;
  as(standing: Standing): Ctx;
};

/** Two organisations, three projects with something of everything in them, and a caller of each standing. */
export async function createTenancyWorld(onQuery: (text: string) => void): Promise<TenancyWorld> {
  const world = await createWorld({ onQuery });
  await seedSeller(world);
  const acme = await world.project();
  const second = await secondProject(world, acme);
  const bharat = await world.project();
  const staff = await person(world, { name: 'staff', isStaff: true });
  const outsider = await person(world, { name: 'outsider', memberOf: bharat, role: 'owner' });
  const members = new Map<Standing, Ctx>();
  for (const role of ['owner', 'admin', 'finance', 'operator', 'viewer'] as const) {
    members.set(role, await person(world, { name: role, memberOf: acme, role }));
  }
  members.set('elsewhere', await person(world, { name: 'elsewhere', memberOf: second, role: 'operator' }));
  members.set('staff', staff).set('outsider', outsider);
  const owner = members.get('owner') ?? staff;
  for (const scope of ['credits', 'billing', 'leads'] as const) {
    members.set(`key:${scope}`, (await makeKey(world, owner, acme.projectId, [scope])).ctx);
  }
  const all = ['credits', 'billing', 'leads'] as const;
  members.set('key:sibling', (await makeKey(world, owner, second.projectId, [...all])).ctx);
  members.set('key:foreign', (await makeKey(world, outsider, bharat.projectId, [...all])).ctx);
  members.set('anonymous', { ...world.ctx, actor: { kind: 'anonymous' } });
  return {
    world,
    ours: await seedTenant(world, acme, owner),
    sibling: await seedTenant(world, second, owner),
    foreign: await seedTenant(world, bharat, outsider),
    as: (standing) => {
      const ctx = members.get(standing);
      if (!ctx) throw new Error(`nobody is ${standing}`);
      return ctx;
    },
  };
}

/** Another project of the same organisation, with a process of its own. */
async function secondProject(world: TestWorld, { organizationId }: TestProject): Promise<TestProject> {
  const made = { organizationId, projectId: crypto.randomUUID(), processId: crypto.randomUUID() };
  await people.createProject(world.ctx, { id: made.projectId, organizationId, name: 'Second' });
  const [account] = await world.db.run<{ id: string }>({
    name: 'test-process',
    text: `with p as (insert into app.process (id, project_id, name, variables, created_at)
        values ($1::uuid, $2::uuid, 'Second', '[]', now()))
      select id from app.account where project_id = $2::uuid`,
    values: [made.processId, made.projectId],
  });
  return { ...made, accountId: account?.id ?? '' };
}

type Person = { name: string; isStaff?: boolean; memberOf?: TestProject; role?: Role };

async function person(world: TestWorld, { name, isStaff = false, memberOf, role }: Person): Promise<Ctx> {
  const email = `${name}@people.example`;
  const { userId } = await people.createUser(world.ctx, { name, email, passwordHash: 'x', isStaff });
  if (memberOf && role) {
    const { organizationId, projectId } = memberOf;
    await people.addMember(world.ctx, { organizationId, userId, role, projectIds: [projectId] });
  }
  const actor = await people.resolveUser(world.ctx, userId);
  if (!actor) throw new Error('the user that was just made');
  return { ...world.ctx, actor };
}
