import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-error.ts';
import { canReach, isRoot, NOBODY, type RunAs } from './run-as.ts';

/** Where one embedded Postgres lives: `DATA_DIR/postgres` with `connection.json`, `postgres.log` and `data`. */
export interface Home {
  /** `DATA_DIR/postgres`, absolute and without links. */
  dir: string;
  connectionFile: string;
  logFile: string;
  /** What people see: `DATA_DIR/postgres/data`, the cluster or a link to it. */
  dataLink: string;
  /** The cluster itself. */
  clusterDir: string;
  /** Beside the cluster, so that two DATA_DIRs linking to one cluster share the lock. */
  lockFile: string;
  runAs: RunAs;
}

/** Where root keeps a cluster that cannot lie in DATA_DIR: the Filesystem Hierarchy Standard's place for state. */
const STATE_ROOT = '/var/lib/lead-credits';

/** `connection.json` of a DATA_DIR; touches nothing. */
export function connectionFileOf(dataDir: string): string {
  return join(dataDir, 'postgres', 'connection.json');
}

/**
 * Creates `DATA_DIR/postgres` and decides as whom Postgres runs and where its cluster lies; makes no cluster.
 * Ordinary users: as themselves, in DATA_DIR. Root: as the owner of the existing cluster, else as nobody; in
 * DATA_DIR where nobody can reach it, else in `stateRoot/<hash of the path>` with `data` linking there, because
 * opening the directories above DATA_DIR (root's home) to everyone is not ours to do.
 */
export async function openHome(dataDir: string, stateRoot: string = STATE_ROOT): Promise<Home> {
  await mkdir(join(dataDir, 'postgres'), { recursive: true });
  const dir = await realpath(join(dataDir, 'postgres'));
  const dataLink = join(dir, 'data');
  const { clusterDir, runAs } = isRoot()
    ? await placeForRoot(dir, dataLink, stateRoot)
    : { clusterDir: await placeForUser(dataLink), runAs: undefined };
  return {
    dir,
    connectionFile: join(dir, 'connection.json'),
    logFile: join(dir, 'postgres.log'),
    dataLink,
    clusterDir,
    lockFile: join(dirname(clusterDir), 'owner.lock'),
    runAs,
  };
}

async function placeForUser(dataLink: string): Promise<string> {
  const found = await lstat(dataLink).catch(() => undefined);
  if (found === undefined) return dataLink;
  if (found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid)) return dataLink;
  throw unreachable(dataLink, 'it was made when the product was started as another user');
}

async function placeForRoot(
  dir: string,
  dataLink: string,
  stateRoot: string,
): Promise<Pick<Home, 'clusterDir' | 'runAs'>> {
  if (process.platform !== 'linux') {
    throw new EmbeddedPostgresError(
      'ROOT_NOT_SUPPORTED',
      'The embedded Postgres does not run as root here: start as an ordinary user, or set DATABASE_URL.',
    );
  }
  // Others may pass through, not look around; what is secret in it has mode 600.
  await chmod(dir, 0o711);
  const found = await lstat(dataLink).catch(() => undefined);
  if (found?.isSymbolicLink()) return placeOutside(await readlink(dataLink));
  const runAs = found === undefined || found.uid === 0 ? NOBODY : { uid: found.uid, gid: found.gid };
  if (await canReach(dir, runAs)) return { clusterDir: dataLink, runAs };
  if (found !== undefined)
    throw unreachable(dataLink, `user ${runAs.uid} may not enter a directory above it`);
  return placeOutside(join(stateRoot, createHash('sha256').update(dir).digest('hex').slice(0, 12), 'data'));
}

async function placeOutside(clusterDir: string): Promise<Pick<Home, 'clusterDir' | 'runAs'>> {
  const parent = dirname(clusterDir);
  await mkdir(parent, { recursive: true });
  await chmod(dirname(parent), 0o711);
  await chmod(parent, 0o711);
  if ((await stat(parent)).uid !== 0) throw unreachable(parent, 'it belongs to another user');
  if (!(await canReach(parent, NOBODY)))
    throw unreachable(parent, 'a directory above it is closed to others');
  return { clusterDir, runAs: NOBODY };
}

/** Whether DATA_DIR knows its cluster: false when the cluster outside it outlived a deleted DATA_DIR. */
export async function isLinked(home: Home): Promise<boolean> {
  return (
    home.clusterDir === home.dataLink || (await lstat(home.dataLink).catch(() => undefined)) !== undefined
  );
}

/** Makes `data` point to a cluster outside DATA_DIR; does nothing for one inside. */
export async function linkCluster(home: Home): Promise<void> {
  if (!(await isLinked(home))) await symlink(home.clusterDir, home.dataLink);
}

function unreachable(path: string, reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'DATA_NOT_REACHABLE',
    `The Postgres data in ${path} cannot be used because ${reason}: start as that user, choose another DATA_DIR, or set DATABASE_URL.`,
  );
}
