import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '../context.ts';
import { createWorld, type TestWorld } from '../testing/index.ts';
import { acceptSetupLink, createSetupLink, createUser, isSetupLinkOpen } from './index.ts';

let world: TestWorld;
let visitor: Ctx;
const start = new Date('2030-01-01T00:00:00Z');
const person = { name: 'First', email: 'first@example.com', passwordHash: 'x' };
const notFound = expect.objectContaining({ code: 'NOT_FOUND' });

async function link(): Promise<string> {
  const made = await createSetupLink(world.ctx);
  if (!made) throw new Error('there is staff already');
  return made.secret;
}

async function staffCount(): Promise<number> {
  return (await world.db.run({ name: 'test-staff', text: 'select user_id from app.staff', values: [] }))
    .length;
}

beforeAll(async () => {
  world = await createWorld();
  visitor = { ...world.ctx, actor: { kind: 'anonymous' } };
});
beforeEach(() => world.setClock(start));
afterAll(() => world.close());

describe('the set-up link', () => {
  it('works for an hour', async () => {
    const secret = await link();
    expect(await isSetupLinkOpen(visitor, secret)).toBe(true);
    world.setClock(new Date(start.getTime() + 3_600_000));
    expect(await isSetupLinkOpen(visitor, secret)).toBe(false);
    await expect(acceptSetupLink(visitor, { secret, ...person })).rejects.toEqual(notFound);
  });

  it('ends when the next one is made', async () => {
    const first = await link();
    const second = await link();
    expect(await isSetupLinkOpen(visitor, first)).toBe(false);
    expect(await isSetupLinkOpen(visitor, second)).toBe(true);
  });

  it('stores only the hash of its secret', async () => {
    const secret = await link();
    const rows = await world.db.run<{ hash: string }>({
      name: 'test-links',
      text: 'select hash from app.setup_link',
      values: [],
    });
    expect(rows.map(({ hash }) => hash)).not.toContain(secret);
  });

  it('is unknown under any other text', async () => {
    await link();
    expect(await isSetupLinkOpen(visitor, 'guess')).toBe(false);
    await expect(acceptSetupLink(visitor, { secret: 'guess', ...person })).rejects.toEqual(notFound);
  });

  it('stays usable when the address is taken', async () => {
    const secret = await link();
    const email = 'taken@example.com';
    await createUser(world.ctx, { ...person, email, isStaff: false });
    await expect(acceptSetupLink(visitor, { secret, ...person, email })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { problems: [{ field: 'email', reason: 'email_taken' }] },
    });
    expect(await isSetupLinkOpen(visitor, secret)).toBe(true);
    expect(await staffCount()).toBe(0);
  });

  it('makes one staff account, of ten visitors at once, and then no link is made any more', async () => {
    const secret = await link();
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        acceptSetupLink(visitor, { secret, ...person, email: `visitor-${index}@example.com` }),
      ),
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await staffCount()).toBe(1);
    expect(await isSetupLinkOpen(visitor, secret)).toBe(false);
    expect(await createSetupLink(world.ctx)).toBeUndefined();
    const trail = await world.db.run({
      name: 'test-trail',
      text: "select actor from app.audit where action = 'staff.create'",
      values: [],
    });
    expect(trail).toEqual([{ actor: 'system:setup' }]);
  });
});
