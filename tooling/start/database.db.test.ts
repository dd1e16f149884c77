import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readEmbeddedUrl, removeEmbedded } from '../../packages/db/src/embedded/index.ts';
import { embeddedDatabase } from './database.ts';
import { createTeardown } from './teardown.ts';

it('is stopped after what needs it, also when it was killed and has come back', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lead-credits-database-'));
  await chmod(dataDir, 0o755);
  const teardown = createTeardown((error) => {
    throw error;
  });
  const ignore = (): undefined => undefined;
  const database = await embeddedDatabase(dataDir, teardown, ignore, ignore);
  let seenByServer: string | undefined;
  teardown.add(async () => {
    seenByServer = await readEmbeddedUrl(dataDir);
  });

  const pidOf = async (): Promise<string | undefined> =>
    (await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0];
  const killed = await pidOf();
  process.kill(Number(killed), 'SIGKILL');
  while ((await pidOf()) === killed || (await readEmbeddedUrl(dataDir)) === undefined) await sleep(50);
  // The supervisor hears of it in the same moment; the teardown must have had its chance to be changed.
  await sleep(200);

  await teardown.run();
  expect(seenByServer).toBe(database.url());
  expect(await readEmbeddedUrl(dataDir)).toBeUndefined();
  await removeEmbedded(dataDir);
});
