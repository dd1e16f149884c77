import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';

/** The login and the database of the embedded Postgres. */
export const OWNER_NAME = 'lead_credits';

/** How the owner reaches its Postgres: kept in `connection.json`, mode 600, as `{"ownerUrl": …}`. */
export interface Connection {
  password: string;
  port: number;
}

/** The url of the product's database, or of another one in the same cluster. */
export function ownerUrlOf(connection: Connection, database: string = OWNER_NAME): string {
  return `postgres://${OWNER_NAME}:${connection.password}@127.0.0.1:${connection.port}/${database}`;
}

/** Reads `connection.json`; undefined when it is missing or not ours. */
export async function readConnection(file: string): Promise<Connection | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseConnection(text);
}

/** `{"ownerUrl": "postgres://…"}` → port and password; undefined for anything else. */
export function parseConnection(text: string): Connection | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('ownerUrl' in value)) return undefined;
    const url = new URL(String(value.ownerUrl));
    const port = Number(url.port);
    return url.password !== '' && port > 0 ? { password: url.password, port } : undefined;
  } catch {
    return undefined;
  }
}

/** Writes `connection.json` whole or not at all, readable by its owner alone. */
export async function writeConnection(file: string, connection: Connection): Promise<void> {
  const text = `${JSON.stringify({ ownerUrl: ownerUrlOf(connection) }, null, 2)}\n`;
  await writeFile(`${file}.new`, text, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
}

/** 192 random bits in letters that need no escaping in a url, in SQL or in a shell. */
export function makePassword(): string {
  return randomBytes(24).toString('hex');
}
