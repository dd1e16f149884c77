import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { removeEmbedded, startEmbedded } from '../embedded/index.ts';
import { withAdmin } from './admin.ts';
import { dropDatabase } from './clone-template.ts';
import { prepareTemplate } from './prepare-template.ts';
import type { ProvidedDatabase } from './provided.ts';

const CLUSTER_PREFIX = 'lead-credits-test-';

/**
 * One cluster for a whole test run: an embedded one without fsync in the temporary directory, or the server of
 * DATABASE_URL_TEST. Answers what ends it: without that the cluster stays until the next run sweeps it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { provided, stop } = await openTestCluster(process.env.DATABASE_URL_TEST);
  project.provide('testDatabase', provided);
  return stop;
}

/** The same without vitest, for a program that needs test databases. `stop` drops every database of this run. */
export async function openTestCluster(
  databaseUrl?: string,
): Promise<{ provided: ProvidedDatabase; stop: () => Promise<void> }> {
  const prefix = `test_${randomBytes(4).toString('hex')}_`;
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const provided = { adminUrl: databaseUrl, template: await prepareTemplate(databaseUrl), prefix };
    return { provided, stop: () => dropAll(provided) };
  }
  await sweepAbandoned();
  const dataDir = await mkdtemp(join(tmpdir(), CLUSTER_PREFIX));
  // Postgres runs as nobody under root: it must be able to pass through.
  await chmod(dataDir, 0o711);
  const cluster = await startEmbedded({ dataDir, durable: false });
  const stop = async (): Promise<void> => {
    await cluster.stop();
    await removeEmbedded(dataDir);
  };
  try {
    const template = await prepareTemplate(cluster.ownerUrl);
    return { provided: { adminUrl: cluster.ownerUrl, template, prefix }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Removes the clusters of test runs that were killed; those of living runs are locked and stay. */
async function sweepAbandoned(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(CLUSTER_PREFIX));
  for (const name of names) await removeEmbedded(join(tmpdir(), name)).catch(() => undefined);
}

function dropAll(provided: ProvidedDatabase): Promise<void> {
  return withAdmin(provided.adminUrl, async (sql) => {
    const rows = await sql<{ datname: string }[]>`
      select datname from pg_database where starts_with(datname, ${provided.prefix})`;
    for (const { datname } of rows) await dropDatabase(sql, datname);
  });
}
