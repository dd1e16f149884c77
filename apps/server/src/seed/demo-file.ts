import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const account = z.object({ email: z.string(), password: z.string() });
const named = z.object({ id: z.string(), name: z.string() });

/** What `pnpm demo --json` prints: addresses, accounts and keys of the demo. */
const demoSchema = z.object({
  url: z.string(),
  /** null where payments go to Razorpay itself. */
  sandboxUrl: z.string().nullable(),
  outboxUrl: z.string(),
  users: z.record(z.string(), account),
  projects: z.array(
    named.extend({ organizationId: z.string(), apiKey: z.string(), processes: z.array(named) }),
  ),
});
export type Demo = z.infer<typeof demoSchema>;

const pathOf = (dataDir: string): string => join(dataDir, 'demo.json');

/** The demo of a DATA_DIR; undefined where none was seeded, or its file is not one. */
export async function readDemo(dataDir: string): Promise<Demo | undefined> {
  const text = await readFile(pathOf(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return demoSchema.safeParse(JSON.parse(text)).data;
  } catch {
    // A file cut short by a crash is no demo: seeding writes it anew.
    return undefined;
  }
}

/** Writes it whole or not at all, readable by its owner alone: it holds API keys. */
export async function writeDemo(dataDir: string, demo: Demo): Promise<void> {
  const path = pathOf(dataDir);
  await writeFile(`${path}.new`, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
}
