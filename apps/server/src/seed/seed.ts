import { encodeId, NIL_UUID, SCOPES } from '@lead-credits/contract';
import { type Ctx, credits, people } from '@lead-credits/core';
import { hashPassword } from '../auth.ts';
import type { Env } from '../env.ts';
import { ensureSeller } from '../seller.ts';
import { ACME, BHARAT, type DemoProject, type DemoUser, PEOPLE, PROJECTS } from './demo.ts';
import { type Demo, readDemo, writeDemo } from './demo-file.ts';

const KEY_NAME = 'Demo';

/**
 * Makes the demo and writes `DATA_DIR/demo.json`. Doing it again changes nothing: ids are fixed, the grant is keyed, and
 * an API key is made anew only where the file has none that works. Never in production.
 */
export async function seedDemo(ctx: Ctx, env: Env): Promise<Demo> {
  if (env.isProduction) throw new Error('there is no demo in production');
  if (env.seller) await ensureSeller(ctx, env.seller);
  for (const organization of [ACME, BHARAT]) await people.createOrganization(ctx, organization);
  for (const project of PROJECTS) await seedProject(ctx, project);
  const userIds = await seedPeople(ctx);
  const owner = await people.resolveUser(ctx, userIds.get('owner') ?? NIL_UUID);
  if (!owner) throw new Error('the demo has an owner');
  const before = await readDemo(env.dataDir);
  const projects: Demo['projects'] = [];
  for (const project of PROJECTS) {
    const { id, name, organizationId, process } = project;
    projects.push({
      id: encodeId('project', id),
      name,
      organizationId: encodeId('organization', organizationId),
      apiKey: await seedApiKey({ ...ctx, actor: owner }, id, before),
      processes: [{ id: encodeId('process', process.id), name: process.name }],
    });
  }
  const demo: Demo = {
    url: env.publicUrl,
    sandboxUrl: env.razorpay.sandboxUrl ?? null,
    outboxUrl: `${env.publicUrl}/outbox`,
    users: Object.fromEntries(PEOPLE.map(({ key, email, password }) => [key, { email, password }])),
    projects,
  };
  await writeDemo(env.dataDir, demo);
  return demo;
}

async function seedProject(
  ctx: Ctx,
  { id, organizationId, name, grantedCredits, process }: DemoProject,
): Promise<void> {
  await people.createProject(ctx, { id, organizationId, name });
  await ctx.db.run({
    name: 'seed-process',
    text: `insert into app.process (id, project_id, name, variables, created_at)
      values ($1::uuid, $2::uuid, $3::text, $4::jsonb, $5::timestamptz)
      on conflict do nothing`,
    values: [process.id, id, process.name, JSON.stringify(process.variables), ctx.clock()],
  });
  if (grantedCredits === 0) return;
  const reason = 'Credits of the demo, so that a first call succeeds';
  await credits.grant(ctx, { projectId: id, amount: grantedCredits, key: 'demo-grant', reason });
}

/**
 * Everybody is a member of one organisation at most; the operator is given every project of theirs. Who is there already
 * costs no hash: each takes 0.1 s, on purpose.
 */
async function seedPeople(ctx: Ctx): Promise<ReadonlyMap<DemoUser, string>> {
  const rows = await ctx.db.run<{ id: string; email: string }>({
    name: 'seeded-people',
    text: 'select id, email from auth."user" where email = any($1::text[])',
    values: [PEOPLE.map(({ email }) => email)],
  });
  const known = new Map(rows.map(({ id, email }) => [email, id]));
  const projectIds = PROJECTS.map(({ id }) => id);
  const made = await Promise.all(
    PEOPLE.map(async (person) => {
      const userId = known.get(person.email) ?? (await seedPerson(ctx, person));
      if (person.member) await people.addMember(ctx, { ...person.member, userId, projectIds });
      return [person.key, userId] as const;
    }),
  );
  return new Map(made);
}

async function seedPerson(
  ctx: Ctx,
  { key, name, email, password }: (typeof PEOPLE)[number],
): Promise<string> {
  const passwordHash = await hashPassword(password);
  return (await people.createUser(ctx, { name, email, passwordHash, isStaff: key === 'staff' })).userId;
}

async function seedApiKey(ctx: Ctx, projectId: string, before: Demo | undefined): Promise<string> {
  const known = before?.projects.find(({ id }) => id === encodeId('project', projectId))?.apiKey;
  const actor = known === undefined ? undefined : await people.resolveApiKey(ctx, known);
  if (known !== undefined && actor?.projectId === projectId) return known;
  const { secret } = await people.createApiKey(ctx, { projectId, name: KEY_NAME, scopes: [...SCOPES] });
  return secret;
}
