import { notFound } from '@lead-credits/core';
import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../app-env.ts';
import type { Site, SiteFile } from '../site.ts';

/** Paths that belong to programs: an unknown one below them is an error in JSON, never a page. */
const PROGRAM_PATHS =
  /^\/(?:api|trpc|webhooks|imports|invoices|processes|assets|healthz|readyz|metrics)(?:\/|$)/;

/** The web application: its files, and its page for every address a browser opens. */
export function siteRoutes(site: Site | undefined): Hono<AppEnv> {
  return new Hono<AppEnv>().get('*', (c) => {
    const file = site?.files.get(c.req.path);
    if (file) return send(c, file);
    const opensPage = site && isNavigation(c) && !PROGRAM_PATHS.test(c.req.path);
    if (!opensPage) throw notFound();
    return send(c, site.page);
  });
}

/** A browser says that it wants a page; the front door opens for scripts too, which say nothing or anything. */
function isNavigation(c: AppContext): boolean {
  return c.req.path === '/' || (c.req.header('accept')?.includes('text/html') ?? false);
}

function send(c: AppContext, file: SiteFile): Response {
  c.header('Content-Type', file.type);
  c.header('ETag', file.etag);
  c.header('Vary', 'Accept-Encoding');
  c.header('Cache-Control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (c.req.header('if-none-match') === file.etag) return c.body(null, 304);
  const accepted = c.req.header('accept-encoding') ?? '';
  for (const encoding of ['br', 'gzip'] as const) {
    const packed = file[encoding];
    if (!packed || !new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`).test(accepted)) continue;
    c.header('Content-Encoding', encoding);
    return c.body(packed);
  }
  return c.body(file.identity);
}
