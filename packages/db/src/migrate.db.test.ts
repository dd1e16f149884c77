import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from './client.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { createTestDatabase } from './testing/index.ts';

let url: string;
let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ url, drop } = await createTestDatabase());
  db = openDatabase({ url, max: 1, maxCopy: 1 });
});
afterAll(async () => {
  await db.close();
  await drop();
});

describe('pending migrations', () => {
  it('are none after migrating, also a second time, as the application sees it', async () => {
    expect(await pendingMigrations(db)).toBe(0);
    await migrate(url);
    expect(await pendingMigrations(db)).toBe(0);
  });

  it('are counted while the database is older than the build', async () => {
    const owner = openDatabase({ url, max: 1, maxCopy: 1 });
    await owner.run({ name: 'as-owner', text: 'set role none', values: [] });
    await owner.run({ name: 'forget', text: 'delete from drizzle.__drizzle_migrations', values: [] });
    await owner.close();
    expect(await pendingMigrations(db)).toBeGreaterThan(0);
  });
});
