import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';

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
  } finally {
    await client.end({ timeout: 5 });
  }
}
