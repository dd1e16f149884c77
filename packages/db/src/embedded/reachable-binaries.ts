import { chmod, cp, lstat, mkdtemp, readdir, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Binaries, readVersion } from './binaries.ts';
import { canReach, type RunAs } from './run-as.ts';

/**
 * The same binaries where `user` can execute them: in place, or, when the project lies below a directory closed
 * to others (root's home), as a copy under the system's temporary directory, named by version (60 MB, made once).
 */
export async function reachableBinaries(binaries: Binaries, user: RunAs): Promise<Binaries> {
  const nativeDir = await realpath(binaries.nativeDir);
  if (user === undefined || (await canReach(nativeDir, user))) return { nativeDir };
  const version = await readVersion({ nativeDir });
  const parent = await reachableTemporaryDir(user);
  const shared = join(parent, `lead-credits-postgres-${version}-${process.platform}-${process.arch}`);
  if (await isUsableCopy(shared, nativeDir)) return { nativeDir: shared };

  const made = await mkdtemp(`${shared}-`);
  await chmod(made, 0o755);
  // Relative links between the libraries stay relative, or they would point back into the closed directory.
  await cp(nativeDir, made, { recursive: true, verbatimSymlinks: true });
  if (!(await isUsableCopy(shared, nativeDir))) {
    if (await isOurs(shared)) await rm(shared, { recursive: true, force: true });
    await rename(made, shared).catch(() => undefined);
  }
  // The name may be taken by another start that was faster (use its copy) or by another user (keep our own).
  if (!(await isUsableCopy(shared, nativeDir))) return { nativeDir: made };
  await rm(made, { recursive: true, force: true });
  return { nativeDir: shared };
}

/** Root must not execute what another user left under a guessable name, nor a copy that a tidy-up thinned out. */
async function isUsableCopy(copy: string, nativeDir: string): Promise<boolean> {
  if (!(await isOurs(copy))) return false;
  const [have, want] = await Promise.all([countEntries(copy), countEntries(nativeDir)]);
  return have === want;
}

async function isOurs(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

async function countEntries(directory: string): Promise<number> {
  return (await readdir(directory, { recursive: true })).length;
}

async function reachableTemporaryDir(user: { uid: number; gid: number }): Promise<string> {
  for (const candidate of [tmpdir(), '/tmp']) {
    const path = await realpath(candidate).catch(() => undefined);
    if (path !== undefined && (await canReach(path, user))) return path;
  }
  return '/var/tmp';
}
