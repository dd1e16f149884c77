import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { withAdmin } from './admin.ts';
import { createTestDatabase, type TestDatabase } from './index.ts';
import { prepareTemplate } from './prepare-template.ts';

describe('test databases', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  });
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  it('are migrated', async () => {
    const rows = await withAdmin(
      first.url,
      (sql) => sql`select 1 from information_schema.schemata where schema_name = 'app'`,
    );
    expect(rows).toHaveLength(1);
  });

  it('do not see each other', async () => {
    await withAdmin(first.url, (sql) => sql`create table only_here (n int)`);
    const rows = await withAdmin(second.url, (sql) => sql`select to_regclass('only_here') as found`);
    expect(rows[0]?.found).toBeNull();
  });

  it('are cloned while others are being cloned', async () => {
    const many = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()));
    expect(new Set(many.map((database) => database.url)).size).toBe(6);
    await Promise.all(many.map((database) => database.drop()));
  });

  it('disappear when dropped, open connections included', async () => {
    const doomed = await createTestDatabase();
    await withAdmin(doomed.url, async (open) => {
      await open`select 1`;
      await doomed.drop();
      await expect(open`select 1`.then()).rejects.toThrow();
    });
  });

  it('have a template that nobody can enter', async () => {
    const { adminUrl, template } = inject('testDatabase');
    const url = new URL(adminUrl);
    url.pathname = `/${template}`;
    await expect(withAdmin(url.href, (sql) => sql`select 1`)).rejects.toThrow(
      /not currently accepting connections/,
    );
  });

  it('have a template that is migrated once for the same migrations', async () => {
    const { adminUrl, template } = inject('testDatabase');
    const oidOf = (): Promise<unknown> =>
      withAdmin(
        adminUrl,
        async (sql) => (await sql`select oid from pg_database where datname = ${template}`)[0]?.oid,
      );
    const before = await oidOf();
    expect(await prepareTemplate(adminUrl)).toBe(template);
    expect(await oidOf()).toBe(before);
  });
});
