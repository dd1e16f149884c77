import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reachableBinaries } from './reachable-binaries.ts';
import { canReach, isRoot, NOBODY } from './run-as.ts';

/** Stands for the 60 MB of Postgres: all that is asked of it is its version. */
const PROGRAM = '#!/bin/sh\necho "postgres (PostgreSQL) 99.1"\n';

describe.runIf(isRoot() && process.platform === 'linux')(
  'binaries below a directory closed to others, under root',
  () => {
    let root: string;
    let nativeDir: string;

    beforeEach(async () => {
      root = await mkdtemp(join(tmpdir(), 'lead-credits-binaries-'));
      await chmod(root, 0o755);
      vi.stubEnv('TMPDIR', root);
      nativeDir = join(root, 'home/native');
      await mkdir(join(nativeDir, 'bin'), { recursive: true });
      await writeFile(join(nativeDir, 'bin/postgres'), PROGRAM, { mode: 0o755 });
      await writeFile(join(nativeDir, 'bin/initdb'), PROGRAM, { mode: 0o755 });
      await chmod(join(root, 'home'), 0o700);
    });
    afterEach(async () => {
      vi.unstubAllEnvs();
      await rm(root, { recursive: true });
    });

    it('are copied to where nobody can execute them, once for each version', async () => {
      const copy = await reachableBinaries({ nativeDir }, NOBODY);
      expect(copy.nativeDir).toBe(join(root, `lead-credits-postgres-99.1-linux-${process.arch}`));
      expect(await canReach(join(copy.nativeDir, 'bin'), NOBODY)).toBe(true);
      expect((await stat(join(copy.nativeDir, 'bin/postgres'))).mode & 0o111).toBe(0o111);
      const { ino } = await stat(copy.nativeDir);
      await reachableBinaries({ nativeDir }, NOBODY);
      expect((await stat(copy.nativeDir)).ino).toBe(ino);
    });

    it('are used in place by an ordinary user, and by root once they can be reached', async () => {
      expect(await reachableBinaries({ nativeDir }, undefined)).toEqual({ nativeDir });
      await chmod(join(root, 'home'), 0o711);
      expect(await reachableBinaries({ nativeDir }, NOBODY)).toEqual({ nativeDir });
    });

    it('are copied again when a tidy-up of the temporary directory took a file', async () => {
      const copy = await reachableBinaries({ nativeDir }, NOBODY);
      await rm(join(copy.nativeDir, 'bin/initdb'));
      const again = await reachableBinaries({ nativeDir }, NOBODY);
      expect(again).toEqual(copy);
      expect(await readFile(join(again.nativeDir, 'bin/initdb'), 'utf8')).toBe(PROGRAM);
    });

    it('are never taken from what another user left under that name', async () => {
      const shared = (await reachableBinaries({ nativeDir }, NOBODY)).nativeDir;
      await chown(shared, NOBODY.uid, NOBODY.gid);
      const own = await reachableBinaries({ nativeDir }, NOBODY);
      expect(own.nativeDir).not.toBe(shared);
      expect(dirname(own.nativeDir)).toBe(root);
      expect((await stat(own.nativeDir)).uid).toBe(0);
      expect(await canReach(join(own.nativeDir, 'bin'), NOBODY)).toBe(true);
    });

    it('are all copied by starts that happen at once', async () => {
      const copies = await Promise.all(
        Array.from({ length: 4 }, () => reachableBinaries({ nativeDir }, NOBODY)),
      );
      for (const copy of copies)
        expect(await readFile(join(copy.nativeDir, 'bin/postgres'), 'utf8')).toBe(PROGRAM);
    });
  },
);
