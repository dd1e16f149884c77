import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import type { Target } from './targets.ts';

/** How vite makes a site: everything but the place is in the app's own vite.config.ts. */
export function siteOptions(root: string, target: Target): InlineConfig {
  return { root: join(root, target.app), logLevel: 'warn', build: { emptyOutDir: true } };
}

/** Builds a site into `dist`. */
export async function bundleSite(root: string, target: Target): Promise<void> {
  await build(siteOptions(root, target));
}
