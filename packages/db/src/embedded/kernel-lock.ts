import { DatabaseSync } from 'node:sqlite';

/** A lock held by this process until `release` or until the process ends, however it ends. */
export interface KernelLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the exclusive lock on `path` (created empty where missing), or answers undefined while another process,
 * or another caller in this process, holds it. Never waits.
 *
 * A file with a pid in it goes stale after `kill -9` and lies after the pid is reused or in a container, where
 * every start is pid 1. SQLite holds a lock of the operating system instead, which dies with its process.
 * Trap: POSIX drops the lock when its holder opens and closes the same file elsewhere, so nothing else may
 * ever open `path`; what others should read about the holder belongs in a file beside it.
 */
export function tryLock(path: string): KernelLock | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    // Nothing is ever written: no journal beside the file.
    database.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => database.isOpen && database.close() };
}
