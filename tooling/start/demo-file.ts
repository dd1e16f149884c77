import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One account of the demo. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/** What the banner needs of `DATA_DIR/demo.json`, which the seed writes in the shape of `pnpm demo --json`. */
export interface Demo {
  readonly outboxUrl: string | undefined;
  readonly accounts: readonly DemoAccount[];
}

/** Reads `DATA_DIR/demo.json`; undefined when there is none. */
export async function readDemo(dataDir: string): Promise<Demo | undefined> {
  const text = await readFile(join(dataDir, 'demo.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parseDemo(text);
}

/** The demo in a text; undefined for anything else. */
export function parseDemo(text: string): Demo | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const users = isRecord(value['users']) ? Object.entries(value['users']) : [];
    return {
      outboxUrl: typeof value['outboxUrl'] === 'string' ? value['outboxUrl'] : undefined,
      accounts: users.flatMap(([role, user]) => {
        if (!isRecord(user)) return [];
        const { email, password } = user;
        return typeof email === 'string' && typeof password === 'string' ? [{ role, email, password }] : [];
      }),
    };
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
