import { NIL_UUID, type Role } from '@lead-credits/contract';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Ctx } from '../context.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import * as people from './index.ts';

let world: TestWorld;
let acme: TestProject & { secondProjectId: string };
let bharat: TestProject;
const as: Partial<Record<Role | 'staff' | 'outsider', Ctx>> = {};

async function person(name: string, isStaff = false): Promise<{ userId: string; ctx: Ctx }> {
  const email = `${name}-${v7()}@example.com`;
  const made = await people.createUser(world.ctx, { name, email, passwordHash: 'x', isStaff });
  const actor = await people.resolveUser(world.ctx, made.userId);
  if (!actor) throw new Error('the user that was just made');
  return { userId: made.userId, ctx: { ...world.ctx, actor } };
}

function ctxOf(who: Role | 'staff' | 'outsider'): Ctx {
  const ctx = as[who];
  if (!ctx) throw new Error(who);
  return ctx;
}

const refusal = (code: string) => expect.objectContaining({ code });
async function allRefused(code: string, attempts: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(attempts);
  expect(ends).toEqual(attempts.map(() => ({ status: 'rejected', reason: refusal(code) })));
}

const anonymous = (): Ctx => ({ ...world.ctx, actor: { kind: 'anonymous' } });

async function keyActor(projectId: string): Promise<{ ctx: Ctx; secret: string; apiKeyId: string }> {
  const made = await people.createApiKey(ctxOf('owner'), {
    projectId,
    name: 'CRM sync',
    scopes: ['credits', 'leads', 'billing'],
  });
  const actor = await people.resolveApiKey(world.ctx, made.secret);
  if (!actor) throw new Error('the key that was just made');
  return { ctx: { ...world.ctx, actor }, secret: made.secret, apiKeyId: made.apiKey.id };
}

async function auditOf(subject: string): Promise<{ action: string; actor: string; detail: unknown }[]> {
  return world.db.run({
    name: 'test-audit',
    text: 'select action, actor, detail from app.audit where subject = $1 order by id',
    values: [subject],
  });
}

beforeAll(async () => {
  world = await createWorld();
  const project = await world.project();
  bharat = await world.project();
  const secondProjectId = v7();
  await people.createProject(world.ctx, {
    id: secondProjectId,
    organizationId: project.organizationId,
    name: 'Second',
  });
  acme = { ...project, secondProjectId };
  for (const role of ['owner', 'admin', 'finance', 'operator', 'viewer'] as const) {
    const { userId, ctx } = await person(role);
    const projectIds = [project.projectId, bharat.projectId];
    await people.addMember(world.ctx, { organizationId: acme.organizationId, userId, role, projectIds });
    as[role] = ctx;
  }
  as.staff = (await person('staff', true)).ctx;
  const outsider = await person('outsider');
  await people.addMember(world.ctx, {
    organizationId: bharat.organizationId,
    userId: outsider.userId,
    role: 'owner',
  });
  as.outsider = outsider.ctx;
});
afterAll(() => world.close());

describe('who am I', () => {
  it('shows a member their organisations, role and every project', async () => {
    const me = await people.readMe(ctxOf('viewer'));
    expect(me.user).toMatchObject({ name: 'viewer', isStaff: false });
    expect(me.organizations).toEqual([
      expect.objectContaining({ id: acme.organizationId, name: 'Test', role: 'viewer' }),
    ]);
    expect(me.organizations[0]?.projects.map(({ id }) => id).sort()).toEqual(
      [acme.projectId, acme.secondProjectId].sort(),
    );
  });

  it('shows an operator only the given projects, never one of another organisation', async () => {
    const me = await people.readMe(ctxOf('operator'));
    expect(me.organizations[0]?.projects.map(({ id }) => id)).toEqual([acme.projectId]);
  });

  it('knows platform staff, who belong to no organisation', async () => {
    await expect(people.readMe(ctxOf('staff'))).resolves.toMatchObject({
      user: { isStaff: true },
      organizations: [],
    });
  });

  it('keeps an organisation that has no project yet', async () => {
    const organizationId = v7();
    await people.createOrganization(world.ctx, { id: organizationId, name: 'Empty' });
    const { userId, ctx } = await person('starter');
    await people.addMember(world.ctx, { organizationId, userId, role: 'owner' });
    expect((await people.readMe(ctx)).organizations).toMatchObject([{ name: 'Empty', projects: [] }]);
  });

  it('refuses an API key and somebody without a session', async () => {
    const key = await keyActor(acme.projectId);
    await expect(people.readMe(key.ctx)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(people.readMe(anonymous())).rejects.toEqual(refusal('UNAUTHENTICATED'));
  });

  it('changes only the own name', async () => {
    const { ctx } = await person('before');
    const me = await people.updateName(ctx, { name: 'after' });
    expect(me.user.name).toBe('after');
    expect((await people.readMe(ctxOf('owner'))).user.name).toBe('owner');
  });
});

describe('the organisation', () => {
  it('shows every project with balance and badge', async () => {
    const view = await people.readOrganization(ctxOf('finance'), { organizationId: acme.organizationId });
    expect(view.projects).toHaveLength(2);
    expect(view.projects[0]).toMatchObject({ available: 0, reserved: 0, status: 'exhausted' });
  });

  it('shows an operator only the given projects', async () => {
    const view = await people.readOrganization(ctxOf('operator'), { organizationId: acme.organizationId });
    expect(view.projects.map(({ id }) => id)).toEqual([acme.projectId]);
  });

  it('is open to staff', async () => {
    const view = await people.readOrganization(ctxOf('staff'), { organizationId: acme.organizationId });
    expect(view.projects).toHaveLength(2);
  });

  it('answers a stranger as if it did not exist', async () => {
    const ids = [acme.organizationId, v7(), NIL_UUID];
    const answers = ids.map((organizationId) =>
      people.readOrganization(ctxOf('outsider'), { organizationId }).catch((error: unknown) => error),
    );
    const [foreign, missing, malformed] = await Promise.all(answers);
    expect(foreign).toEqual(refusal('NOT_FOUND'));
    expect(missing).toEqual(foreign);
    expect(malformed).toEqual(foreign);
  });

  it('lists members with e-mail to owners, admins and staff alone', async () => {
    for (const who of ['owner', 'admin', 'staff'] as const) {
      const { items } = await people.listMembers(ctxOf(who), { organizationId: acme.organizationId });
      expect(items.map(({ role }) => role)).toEqual(['owner', 'admin', 'finance', 'operator', 'viewer']);
      expect(items.find(({ role }) => role === 'operator')?.projects).toEqual([
        { id: acme.projectId, name: 'Test' },
      ]);
      expect(items.every(({ joinedAt }) => !Number.isNaN(joinedAt.getTime()))).toBe(true);
    }
    for (const who of ['finance', 'operator', 'viewer'] as const) {
      const refused = people.listMembers(ctxOf(who), { organizationId: acme.organizationId });
      await expect(refused).rejects.toEqual(refusal('FORBIDDEN'));
    }
    const stranger = people.listMembers(ctxOf('outsider'), { organizationId: acme.organizationId });
    await expect(stranger).rejects.toEqual(refusal('NOT_FOUND'));
  });
});

describe('project settings', () => {
  it('renames a project and writes the old and the new name into the audit', async () => {
    const { projectId } = await projectOfAcme();
    const view = await people.renameProject(ctxOf('admin'), { projectId, name: 'Renewals' });
    expect(view.projects.map(({ name }) => name)).toContain('Renewals');
    await people.renameProject(ctxOf('admin'), { projectId, name: 'Renewals' });
    expect(await auditOf(projectId)).toEqual([
      {
        action: 'project.rename',
        actor: expect.stringMatching(/^user:/),
        detail: { from: 'Acme', to: 'Renewals' },
      },
    ]);
  });

  it('sets, lowers and clears the threshold that makes a balance low', async () => {
    const { projectId } = await projectOfAcme();
    await world.db.run({
      name: 'test-fund',
      text: 'update app.account set available = 10, issued = 10 where project_id = $1',
      values: [projectId],
    });
    const statusAt = async (lowThreshold: number | null): Promise<string | undefined> => {
      const view = await people.setThreshold(ctxOf('owner'), { projectId, lowThreshold });
      return view.projects.find(({ id }) => id === projectId)?.status;
    };
    expect(await statusAt(10)).toBe('low');
    expect(await statusAt(9)).toBe('healthy');
    expect(await statusAt(null)).toBe('healthy');
    expect((await auditOf(projectId)).map(({ detail }) => detail)).toEqual([
      { from: null, to: 10 },
      { from: 10, to: 9 },
      { from: 9, to: null },
    ]);
  });

  it('are for owners and admins; a stranger finds nothing', async () => {
    const { projectId } = await projectOfAcme();
    for (const who of ['finance', 'viewer', 'staff'] as const) {
      const refused = people.renameProject(ctxOf(who), { projectId, name: 'Mine' });
      await expect(refused).rejects.toEqual(refusal('FORBIDDEN'));
      const unset = people.setThreshold(ctxOf(who), { projectId, lowThreshold: 1 });
      await expect(unset).rejects.toEqual(refusal('FORBIDDEN'));
    }
    for (const who of ['outsider', 'operator'] as const) {
      const foreign = people.renameProject(ctxOf(who), { projectId, name: 'Mine' });
      await expect(foreign).rejects.toEqual(refusal('NOT_FOUND'));
    }
    expect(await auditOf(projectId)).toEqual([]);
  });
});

describe('API keys', () => {
  it('shows the secret once, stores only its hash, and tells who made it', async () => {
    const { apiKey, secret } = await people.createApiKey(ctxOf('owner'), {
      projectId: acme.projectId,
      name: 'Dialer',
      scopes: ['credits', 'credits', 'leads'],
    });
    expect(secret).toMatch(/^lc_[0-9A-Za-z]{40}$/);
    expect(apiKey).toMatchObject({
      hint: `${secret.slice(0, 7)}…${secret.slice(-4)}`,
      scopes: ['credits', 'leads'],
      createdBy: 'owner',
    });
    const listed = await people.listApiKeys(ctxOf('admin'), { projectId: acme.projectId });
    expect(listed.items.find(({ id }) => id === apiKey.id)).toEqual({ ...apiKey, lastUsedAt: null });
    const rows = await world.db.run<{ whole: string }>({
      name: 'test-key',
      text: 'select k::text as whole from app.api_key k where id = $1',
      values: [apiKey.id],
    });
    expect(rows[0]?.whole).not.toContain(secret.slice(8, -5));
    expect(await auditOf(apiKey.id)).toMatchObject([
      { action: 'api_key.create', detail: { name: 'Dialer', hint: apiKey.hint } },
    ]);
  });

  it('acts as the key of its one project, with its scopes', async () => {
    const { ctx } = await keyActor(acme.projectId);
    expect(ctx.actor).toMatchObject({
      kind: 'apiKey',
      projectId: acme.projectId,
      scopes: ['credits', 'leads', 'billing'],
    });
  });

  it('is nobody when unknown, malformed or revoked', async () => {
    const { secret, apiKeyId } = await keyActor(acme.projectId);
    const stranger = `${secret.slice(0, -1)}${secret.endsWith('a') ? 'b' : 'a'}`;
    for (const text of [stranger, '', 'lc_', secret.slice(3), `${secret} `, "' or 1=1 --"]) {
      expect(await people.resolveApiKey(world.ctx, text)).toBeUndefined();
    }
    const { items } = await people.revokeApiKey(ctxOf('admin'), { projectId: acme.projectId, apiKeyId });
    expect(items.find(({ id }) => id === apiKeyId)?.revokedAt).toBeInstanceOf(Date);
    expect(await people.resolveApiKey(world.ctx, secret)).toBeUndefined();
  });

  it('notes its use at most once a minute', async () => {
    const { secret, apiKeyId } = await keyActor(acme.projectId);
    const usedAt = async (): Promise<Date | null | undefined> => {
      const { items } = await people.listApiKeys(ctxOf('owner'), { projectId: acme.projectId });
      return items.find(({ id }) => id === apiKeyId)?.lastUsedAt;
    };
    const start = new Date('2030-01-01T00:00:00Z');
    const at = (seconds: number): Ctx => ({
      ...world.ctx,
      clock: () => new Date(start.getTime() + seconds * 1000),
    });
    await people.resolveApiKey(at(0), secret);
    expect(await usedAt()).toEqual(start);
    await people.resolveApiKey(at(59), secret);
    expect(await usedAt()).toEqual(start);
    await people.resolveApiKey(at(60), secret);
    expect(await usedAt()).toEqual(new Date('2030-01-01T00:01:00Z'));
  });

  it('revoking twice keeps the first instant and one audit line', async () => {
    const { apiKeyId } = await keyActor(acme.projectId);
    const input = { projectId: acme.projectId, apiKeyId };
    const first = await people.revokeApiKey(ctxOf('owner'), input);
    const second = await people.revokeApiKey(ctxOf('owner'), input);
    const revokedAt = (list: typeof first) => list.items.find(({ id }) => id === apiKeyId)?.revokedAt;
    expect(revokedAt(second)).toEqual(revokedAt(first));
    expect((await auditOf(apiKeyId)).map(({ action }) => action)).toEqual([
      'api_key.create',
      'api_key.revoke',
    ]);
  });

  it.each(['finance', 'operator', 'viewer', 'staff'] as const)('are not made by %s', async (who) => {
    const made = people.createApiKey(ctxOf(who), {
      projectId: acme.projectId,
      name: 'Mine',
      scopes: ['credits'],
    });
    await expect(made).rejects.toEqual(refusal('FORBIDDEN'));
  });

  it('are not managed with an API key, not even with every scope', async () => {
    const { ctx, apiKeyId } = await keyActor(acme.projectId);
    const { projectId } = acme;
    const attempts = [
      people.createApiKey(ctx, { projectId, name: 'Child', scopes: ['credits'] }),
      people.revokeApiKey(ctx, { projectId, apiKeyId }),
      people.listApiKeys(ctx, { projectId }),
    ];
    await allRefused('FORBIDDEN', attempts);
    const foreign = people.listApiKeys(ctx, { projectId: bharat.projectId });
    await expect(foreign).rejects.toEqual(refusal('NOT_FOUND'));
  });

  it('of another tenant do not exist', async () => {
    const { apiKeyId } = await keyActor(acme.projectId);
    const stranger = ctxOf('outsider');
    const attempts = [
      people.listApiKeys(stranger, { projectId: acme.projectId }),
      people.createApiKey(stranger, { projectId: acme.projectId, name: 'Mine', scopes: ['credits'] }),
      people.revokeApiKey(stranger, { projectId: acme.projectId, apiKeyId }),
      people.revokeApiKey(stranger, { projectId: bharat.projectId, apiKeyId }),
    ];
    await allRefused('NOT_FOUND', attempts);
  });

  it('stop at a hundred in use', async () => {
    const { projectId } = await projectOfAcme();
    await world.db.run({
      name: 'test-many-keys',
      text: `insert into app.api_key (id, project_id, name, hash, hint, scopes, created_by, created_at)
        select gen_random_uuid(), $1::uuid, 'k', gen_random_uuid()::text, 'h', '{credits}', 'system:test', now()
        from generate_series(1, 100)`,
      values: [projectId],
    });
    const input = { projectId, name: 'One more', scopes: ['credits' as const] };
    await expect(people.createApiKey(ctxOf('owner'), input)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { problems: [{ field: 'name', reason: 'too_many_keys' }] },
    });
  });
});

describe('making organisations, projects and people', () => {
  it('gives a project exactly one account, also when made twice', async () => {
    const { projectId } = await projectOfAcme();
    await people.createProject(world.ctx, {
      id: projectId,
      organizationId: acme.organizationId,
      name: 'Again',
    });
    const accounts = await world.db.run({
      name: 'test-accounts',
      text: 'select id from app.account where project_id = $1',
      values: [projectId],
    });
    expect(accounts).toHaveLength(1);
  });

  it('is for platform staff and the product itself', async () => {
    const actors: Actor[] = [ctxOf('owner').actor, (await keyActor(acme.projectId)).ctx.actor];
    for (const actor of actors) {
      const ctx = { ...world.ctx, actor };
      const attempts = [
        people.createOrganization(ctx, { id: v7(), name: 'Mine' }),
        people.createProject(ctx, { id: v7(), organizationId: acme.organizationId, name: 'Mine' }),
        people.addMember(ctx, { organizationId: acme.organizationId, userId: v7(), role: 'owner' }),
        people.createUser(ctx, { name: 'n', email: 'n@example.com', passwordHash: 'x', isStaff: true }),
        people.createSetupLink(ctx),
      ];
      await allRefused('FORBIDDEN', attempts);
    }
    const nobody = people.createOrganization(anonymous(), { id: v7(), name: 'Mine' });
    await expect(nobody).rejects.toEqual(refusal('UNAUTHENTICATED'));
  });

  it('never takes over an address that somebody has', async () => {
    const email = `${v7()}@Example.com`;
    const user = { name: 'First', email, passwordHash: 'first', isStaff: false };
    const first = await people.createUser(world.ctx, user);
    const second = await people.createUser(world.ctx, {
      ...user,
      email: email.toUpperCase(),
      passwordHash: 'second',
      isStaff: true,
    });
    expect(second).toEqual({ userId: first.userId, created: false });
    expect(await people.resolveUser(world.ctx, first.userId)).toMatchObject({
      isStaff: false,
      email: email.toLowerCase(),
    });
  });

  it('keeps the role of somebody who is a member already', async () => {
    const { userId, ctx } = await person('twice');
    const { organizationId } = acme;
    await people.addMember(world.ctx, { organizationId, userId, role: 'viewer' });
    await people.addMember(world.ctx, { organizationId, userId, role: 'owner' });
    expect((await people.readMe(ctx)).organizations).toMatchObject([{ role: 'viewer' }]);
  });
});

async function projectOfAcme(): Promise<{ projectId: string }> {
  const projectId = v7();
  await people.createProject(world.ctx, {
    id: projectId,
    organizationId: acme.organizationId,
    name: 'Acme',
  });
  return { projectId };
}
