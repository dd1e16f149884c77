import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import type { Runner } from './statement.ts';

/** Beside the sources while developing, beside the bundle in production. */
function migrationsFolder(): string {
  const candidates = ['../drizzle', './drizzle'].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`no migrations found in ${candidates.join(' or ')}`);
  return found;
}

/** Brings the schema up to date as the owner. Forward only; running it twice changes nothing. */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    // Two servers starting at once take turns.
    await client`select pg_advisory_lock(724013)`;
    await runMigrations(drizzle(client), {
      migrationsFolder: migrationsFolder(),
      migrationsSchema: 'drizzle',
    });
    // The application only looks whether it may start.
    await client`grant usage on schema drizzle to app`;
    await client`grant select on drizzle.__drizzle_migrations to app`;
  } finally {
    await client.end({ timeout: 5 });
  }
}

/** How many migrations of this build the database has not seen yet. Rejects where it was never migrated at all. */
export async function pendingMigrations(runner: Runner): Promise<number> {
  const [last] = await runner.run<{ at: number | null }>({
    name: 'last-migration',
    text: 'select max(created_at) as at from drizzle.__drizzle_migrations',
    values: [],
  });
  const files = readMigrationFiles({ migrationsFolder: migrationsFolder() });
  return files.filter(({ folderMillis }) => folderMillis > (last?.at ?? 0)).length;
}
