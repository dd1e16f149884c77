import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Binaries, POSTGRES_MAJOR } from './binaries.ts';
import { type Connection, OWNER_NAME } from './connection.ts';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { type Home, isLinked, linkCluster } from './home.ts';
import { limits } from './limits.ts';
import { endOrphan } from './orphan.ts';
import type { RunAs } from './run-as.ts';
import { runProgram } from './spawn-program.ts';

const UNFINISHED = 'data.new-';

/** Whether `home` has a finished cluster. Throws DATA_OF_OTHER_VERSION for one that these binaries cannot read. */
export async function hasCluster(home: Home): Promise<boolean> {
  if (!(await isLinked(home))) return false;
  const version = await readFile(join(home.clusterDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) return false;
  if (version.trim() === POSTGRES_MAJOR) return true;
  throw new EmbeddedPostgresError(
    'DATA_OF_OTHER_VERSION',
    `The data in ${home.dataLink} was made by Postgres ${version.trim()} and this is ${POSTGRES_MAJOR}: choose another DATA_DIR.`,
  );
}

/**
 * Makes the cluster of `home` with the owner's password. It is made under another name and renamed when finished,
 * so a start killed during initdb leaves nothing that looks like data; what such a start left is removed here.
 */
export async function createCluster(
  home: Home,
  binaries: Binaries,
  connection: Connection,
  options: { durable: boolean; log: (line: string) => void },
): Promise<void> {
  const parent = dirname(home.clusterDir);
  await removeUnfinished(parent);
  await removeOrphanData(home, options.log);

  const attempt = join(parent, `${UNFINISHED}${randomBytes(4).toString('hex')}`);
  await makeOwnDir(attempt, home.runAs);
  const passwordFile = `${attempt}.password`;
  await writeFile(passwordFile, connection.password, { mode: 0o600 });
  if (home.runAs !== undefined) await chown(passwordFile, home.runAs.uid, home.runAs.gid);
  const args = [
    `--pgdata=${attempt}`,
    `--username=${OWNER_NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // Postgres' own C.UTF-8: the same order and case rules on every system, which libc does not promise.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  const { code, output } = await runProgram(binaries, 'initdb', args, {
    runAs: home.runAs,
    timeoutMs: limits.initdbTimeoutMs,
  });
  await rm(passwordFile, { force: true });
  if (code !== 0) {
    await removeUnfinished(parent);
    const reason =
      output.split('\n').find((line) => line.startsWith('initdb: error:')) ?? `initdb ended with ${code}`;
    throw new EmbeddedPostgresError(
      'INIT_FAILED',
      `The embedded Postgres could not be initialised: ${reason}`,
    );
  }
  await linkCluster(home);
  await rename(attempt, home.clusterDir);
}

/**
 * Gives the owner the password of `connection` in a stopped cluster whose `connection.json` was lost, through
 * Postgres' single-user mode, which asks for none: whoever may write the files owns the data.
 */
export async function resetPassword(home: Home, binaries: Binaries, connection: Connection): Promise<void> {
  const { code, output } = await runProgram(
    binaries,
    'postgres',
    ['--single', '-D', home.clusterDir, 'postgres'],
    {
      runAs: home.runAs,
      timeoutMs: limits.readyTimeoutMs,
      input: `ALTER ROLE ${OWNER_NAME} PASSWORD '${connection.password}'\n`,
    },
  );
  if (code === 0 && !output.includes('ERROR:')) return;
  throw new EmbeddedPostgresError(
    'START_FAILED',
    `${home.connectionFile} is lost and the password could not be set anew.`,
  );
}

/**
 * A cluster outside DATA_DIR without a link to it belonged to a DATA_DIR that was deleted: its data goes, too.
 * Anything else under the cluster's name is not ours to delete: initdb never works under that name.
 */
async function removeOrphanData(home: Home, log: (line: string) => void): Promise<void> {
  const names = await readdir(home.clusterDir).catch(() => []);
  if (names.length === 0) return;
  if (await isLinked(home)) {
    throw new EmbeddedPostgresError(
      'DATA_DAMAGED',
      `${home.clusterDir} holds files but no Postgres data (PG_VERSION is missing): move it away or choose another DATA_DIR.`,
    );
  }
  await endOrphan(home.clusterDir, log);
  await rm(home.clusterDir, { recursive: true, force: true });
}

async function makeOwnDir(dir: string, owner: RunAs): Promise<void> {
  await mkdir(dir, { mode: 0o700 });
  await chmod(dir, 0o700);
  if (owner !== undefined) await chown(dir, owner.uid, owner.gid);
}

/** Best effort: an initdb whose parent was killed may still be writing; its leftovers go at the next start. */
async function removeUnfinished(parent: string): Promise<void> {
  const names = (await readdir(parent)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(
    names.map((name) => rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}
