import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type postgres from 'postgres';
import { migrate } from '../migrate.ts';
import { quoteName, withAdmin, withCloneLock, withDatabase } from './admin.ts';
import { dropDatabase } from './clone-template.ts';

/**
 * Makes the template database `tpl_<hash of what migrates it>` in the cluster of `adminUrl`, or finds it finished.
 * Nobody can connect to it afterwards: a template with a session in it cannot be cloned.
 */
export function prepareTemplate(adminUrl: string): Promise<string> {
  return withAdmin(adminUrl, async (sql) => {
    const name = `tpl_${await hashMigrations()}`;
    await withCloneLock(sql, async () => {
      if (await isFinished(sql, name)) return;
      await dropDatabase(sql, name);
      await sql.unsafe(`create database ${quoteName(name)}`);
      await migrate(withDatabase(adminUrl, name));
      await sql.unsafe(`alter database ${quoteName(name)} with is_template true allow_connections false`);
    });
    return name;
  });
}

async function isFinished(sql: postgres.Sql, name: string): Promise<boolean> {
  const rows = await sql`select 1 from pg_database where datname = ${name} and datistemplate`;
  return rows.length > 0;
}

/** A hash of the migrations, of the code that runs them, and of the versions of what it calls. */
async function hashMigrations(): Promise<string> {
  const hash = createHash('sha256');
  const folder = fileURLToPath(new URL('../../drizzle/', import.meta.url));
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(sql|json)$/.test(name))
    .sort();
  const files = [
    ...names.map((name) => join(folder, name)),
    sibling('../migrate.ts'),
    sibling('../../package.json'),
  ];
  for (const file of files) hash.update(file.slice(folder.length)).update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

function sibling(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
