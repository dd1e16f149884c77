import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, build } from 'rolldown';
import { standardFonts } from './program-plugins.ts';
import type { Target } from './targets.ts';

/** Tried by a driver and never installed: `pg` runs without it. */
const ABSENT = ['pg-native'];

/** How rolldown makes a program: readable code for Node in one flat folder, dependencies inside. */
export function programOptions(root: string, target: Target): BuildOptions {
  return {
    cwd: root,
    input: { ...target.entries },
    platform: 'node',
    external: ABSENT,
    plugins: [standardFonts],
    logLevel: 'warn',
    output: {
      dir: join(root, target.app, 'dist'),
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name]-[hash].js',
    },
  };
}

/** Bundles a program into an emptied `dist` and copies what it reads at run time. */
export async function bundleProgram(root: string, target: Target): Promise<void> {
  await rm(join(root, target.app, 'dist'), { recursive: true, force: true });
  await build(programOptions(root, target));
  await copyAssets(root, target);
}

/** Copies the files a program reads at run time beside its bundle. */
export async function copyAssets(root: string, target: Target): Promise<void> {
  for (const [name, source] of Object.entries(target.copies)) {
    await cp(join(root, source), join(root, target.app, 'dist', name), {
      recursive: true,
      dereference: true,
    });
  }
}
