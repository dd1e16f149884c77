import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The user the Postgres programs run as; undefined: the user of this process. */
export type RunAs = { uid: number; gid: number } | undefined;

/** `nobody` on Linux: Postgres refuses to run as root, and a uid without a passwd entry does not start. */
export const NOBODY = { uid: 65534, gid: 65534 } as const;

/** True in a process of root, which cannot run Postgres under its own name. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

interface Permissions {
  mode: number;
  uid: number;
  gid: number;
}

/** Whether `user` may go through a directory with these permissions (its execute bit, by owner, group, others). */
export function maySearch(directory: Permissions, user: { uid: number; gid: number }): boolean {
  if (directory.uid === user.uid) return (directory.mode & 0o100) !== 0;
  if (directory.gid === user.gid) return (directory.mode & 0o010) !== 0;
  return (directory.mode & 0o001) !== 0;
}

/** Whether `user` can reach what lies in `directory`: every directory from the root down lets it through. */
export async function canReach(directory: string, user: { uid: number; gid: number }): Promise<boolean> {
  for (let path = directory; ; path = dirname(path)) {
    if (!maySearch(await stat(path), user)) return false;
    if (path === dirname(path)) return true;
  }
}
