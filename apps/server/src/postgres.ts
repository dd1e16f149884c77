import { EmbeddedPostgresError, readEmbeddedUrl, startEmbedded } from '@lead-credits/db/embedded';
import type { Places } from './env.ts';
import { StartRefused } from './start-refused.ts';

/** The database of this installation, as its owner. */
export type Postgres = { ownerUrl: string; stop(): Promise<void> };

/** The Postgres of DATABASE_URL; without one the embedded one, started here or joined where it runs already. */
export async function openPostgres({ databaseUrl, dataDir }: Places): Promise<Postgres> {
  if (databaseUrl) return { ownerUrl: databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbedded({ dataDir }).catch((error: unknown) => {
    throw error instanceof EmbeddedPostgresError ? new StartRefused(error.message, error) : error;
  });
  return { ownerUrl: embedded.ownerUrl, stop: () => embedded.stop() };
}

/** The same for a command beside a running server: it starts nothing. */
export async function findPostgres({ databaseUrl, dataDir }: Places): Promise<string> {
  const url = databaseUrl ?? (await readEmbeddedUrl(dataDir));
  if (!url)
    throw new StartRefused(
      `No database is running in ${dataDir}: start the product first, or set DATABASE_URL.`,
    );
  return url;
}
