import postgres from 'postgres';

/** Names made here only: they go into statements that take no parameters. */
const SAFE_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** The advisory lock under which databases are made: a template must not be in use while it is copied. */
const CLONE_LOCK = 724_014;

/** Runs `work` on one connection of `url`, with or without the lock that serialises clones, and closes it. */
export async function withAdmin<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Runs `work` alone among all processes that make databases in this cluster. */
export async function withCloneLock<T>(sql: postgres.Sql, work: () => Promise<T>): Promise<T> {
  await sql`select pg_advisory_lock(${CLONE_LOCK})`;
  try {
    return await work();
  } finally {
    await sql`select pg_advisory_unlock(${CLONE_LOCK})`;
  }
}

/** The same server and login, another database. */
export function withDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

/** Quotes a database name that was made here; throws for any other. */
export function quoteName(name: string): string {
  if (!SAFE_NAME.test(name)) throw new Error(`not a database name of ours: ${name}`);
  return `"${name}"`;
}
