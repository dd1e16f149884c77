import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Bytes of a buffer of their own, which is what a body is made of. */
type Bytes = Uint8Array<ArrayBuffer>;

/** One file of the web application, ready to be sent. */
export type SiteFile = {
  readonly type: string;
  readonly etag: string;
  /** Its name changes with its content: it may be kept for ever. */
  readonly isImmutable: boolean;
  readonly identity: Bytes;
  readonly br: Bytes | undefined;
  readonly gzip: Bytes | undefined;
};

/** The built web application in memory, by path: no file is opened for a request, so no path can lead astray. */
export type Site = { readonly files: ReadonlyMap<string, SiteFile>; readonly page: SiteFile };

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};
const PACKED = new Set(['.png', '.ico', '.woff2']);
const SMALLEST_WORTH_PACKING = 1_024;
/** Vite writes `name-B3xK_92a.js` below assets/. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;
/** Level 5 packs a bundle of 500 kB in 20 ms, within 5 % of the densest. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const packBrotli = promisify<Uint8Array, typeof BROTLI, Buffer>(brotliCompress);
const packGzip = promisify<Uint8Array, Buffer>(gzip);

/** Beside the sources, and beside the bundle in `dist`: from both the same folder. */
export function siteFolder(): string {
  return fileURLToPath(new URL('../../web/dist', import.meta.url));
}

/** Reads and packs the built web application; undefined where it is not built. */
export async function loadSite(folder: string): Promise<Site | undefined> {
  const isBuilt = await stat(join(folder, 'index.html')).catch(() => undefined);
  if (!isBuilt) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, SiteFile>();
  for (const entry of entries) {
    const type = TYPES[extname(entry.name)];
    if (!entry.isFile() || type === undefined || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const url = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(url, await pack(url, type, await readFile(path)));
  }
  const page = files.get('/index.html');
  return page && { files, page };
}

async function pack(url: string, type: string, identity: Uint8Array): Promise<SiteFile> {
  const isWorthIt = identity.length >= SMALLEST_WORTH_PACKING && !PACKED.has(extname(url));
  return {
    type,
    etag: `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`,
    isImmutable: HASHED.test(url),
    identity: new Uint8Array(identity),
    br: isWorthIt ? new Uint8Array(await packBrotli(identity, BROTLI)) : undefined,
    gzip: isWorthIt ? new Uint8Array(await packGzip(identity)) : undefined,
  };
}
