import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppEnv } from '../app-env.ts';
import { answerError } from '../middleware/answer-errors.ts';
import { loadSite, type Site } from '../site.ts';
import { siteRoutes } from './site.ts';

const script = 'console.log("x");'.repeat(500);
let site: Site | undefined;
let request: (path: string, headers?: Record<string, string>) => Promise<Response>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lead-credits-site-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  await writeFile(join(folder, 'assets/main-B3xK_92a.js'), script);
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, '.stamp'), 'not for the world');
  site = await loadSite(folder);
  const app = new Hono<AppEnv>().onError((error, c) => answerError(c, error)).route('/', siteRoutes(site));
  request = async (path, headers = {}) => app.request(`http://localhost${path}`, { headers });
});

const html = { accept: 'text/html,*/*' };

describe('the web application', () => {
  it('is its page at every address that a browser opens', async () => {
    for (const path of ['/', '/sign-in', '/projects/prj_1/leads?x=1', '/index.html']) {
      const answer = await request(path, html);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('<title>page</title>');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    }
  });

  it('keeps files whose names change with their content for ever, and packs them', async () => {
    const br = await request('/assets/main-B3xK_92a.js', { 'accept-encoding': 'gzip, br' });
    expect(br.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(br.headers.get('vary')).toBe('Accept-Encoding');
    expect(brotliDecompressSync(Buffer.from(await br.arrayBuffer())).toString()).toBe(script);
    const gzip = await request('/assets/main-B3xK_92a.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(script);
    const plain = await request('/assets/main-B3xK_92a.js');
    expect(await plain.text()).toBe(script);
  });

  it('answers 304 to who has it', async () => {
    const etag = (await request('/favicon.svg')).headers.get('etag') ?? '';
    expect((await request('/favicon.svg', { 'if-none-match': etag })).status).toBe(304);
  });

  it('gives programs an error instead of a page', async () => {
    for (const path of ['/imports', '/trpc', '/assets/gone.js', '/invoices/top_1/pdf', '/api/x']) {
      expect((await request(path, html)).status).toBe(404);
    }
    expect((await request('/sign-in', { accept: 'application/json' })).status).toBe(404);
  });

  it.each([
    '/.stamp',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets//main',
  ])('has nothing at %s', async (path) => {
    expect((await request(path)).status).toBe(404);
  });

  it('is nothing where it is not built', async () => {
    expect(await loadSite(join(tmpdir(), 'lead-credits-nothing'))).toBeUndefined();
  });
});
