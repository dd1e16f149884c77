import { setTimeout as sleep } from 'node:timers/promises';
import { type ImportItem, idempotencyKey, idIn, importItem, importQuery } from '@lead-credits/contract';
import { type Ctx, DomainError, leads, validationFailed } from '@lead-credits/core';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { v7 } from 'uuid';
import type { AppContext, AppEnv } from '../app-env.ts';
import type { Services } from '../composition.ts';
import { attachment } from '../content-disposition.ts';
import { identify } from '../identify.ts';
import { limits } from '../limits.ts';
import type { RateLimits } from '../rate-limits.ts';
import { bytesOf, refuseLarge } from '../read-body.ts';
import { endStalled } from '../stalled.ts';
import { textStream } from '../text-stream.ts';

const importId = idIn('import');
const processId = idIn('process');
const ENDED = new Set(['completed', 'failed', 'cancelled', 'blocked']);
const POLL_MS = [20, 50, 100, 200, 300, 500];

/** Lead files in, their results out. Files are streamed both ways and never held whole. */
export function importRoutes(services: Services, rates: RateLimits): Hono<AppEnv> {
  const uploads = { open: 0 };
  return new Hono<AppEnv>()
    .post('/imports', async (c) => {
      const ctx = await identify(c, services, rates);
      if (uploads.open >= limits.uploadsAtOnce)
        throw new DomainError('RATE_LIMITED', { retryAfterSeconds: 5 });
      uploads.open += 1;
      try {
        return await receive(c, ctx, services);
      } finally {
        uploads.open -= 1;
      }
    })
    .get('/imports/:id', async (c) => {
      const ctx = await identify(c, services, rates);
      return c.json({ import: await readItem(ctx, importId.parse(c.req.param('id'))) });
    })
    .get('/imports/:id/failed.csv', compress(), async (c) => {
      const ctx = await identify(c, services, rates);
      const { fileName, body } = await leads.failedRowsCsv(ctx, {
        importId: importId.parse(c.req.param('id')),
      });
      return sendCsv(c, fileName, textStream(body));
    })
    .get('/processes/:id/template.csv', async (c) => {
      const ctx = await identify(c, services, rates);
      const { fileName, body } = await leads.templateCsv(ctx, {
        processId: processId.parse(c.req.param('id')),
      });
      return sendCsv(c, fileName, body);
    });
}

/** 202 once the credits are reserved; with `wait` the answer waits up to a minute for the end and is 200 then. */
async function receive(c: AppContext, ctx: Ctx, { imports }: Services): Promise<Response> {
  const query = importQuery.parse(c.req.query());
  const request = c.req.raw;
  refuseLarge(request, limits.fileBytes);
  const received = await leads.receiveImport(ctx, {
    projectId: query.projectId,
    processId: query.processId,
    initialize: query.initialize === 'true',
    key: idempotencyKey.parse(c.req.header('idempotency-key') ?? v7()),
    fileName: fileNameOf(c.req.header('x-file-name')),
    bytes: endStalled(bytesOf(request), limits.uploadStallMs),
  });
  if (received.isToRun) imports.start(received.importId);
  const item = await waitForEnd(
    ctx,
    received.importId,
    query.wait === 'true' ? limits.importWaitMs : 0,
    request.signal,
  );
  const hasEnded = query.wait === 'true' && ENDED.has(item.status);
  return c.json({ import: item }, hasEnded ? 200 : 202);
}

async function waitForEnd(
  ctx: Ctx,
  id: string,
  waitMs: number,
  signal: AbortSignal,
): Promise<OutgoingImport> {
  const until = performance.now() + waitMs;
  for (let poll = 0; ; poll += 1) {
    const item = await readItem(ctx, id);
    if (ENDED.has(item.status) || performance.now() >= until || signal.aborted) return item;
    await sleep(POLL_MS[Math.min(poll, POLL_MS.length - 1)]);
  }
}

type OutgoingImport = ReturnType<typeof importItem.parse>;

async function readItem(ctx: Ctx, id: string): Promise<OutgoingImport> {
  const { import: item } = await leads.readImport(ctx, { importId: id });
  return importItem.parse(item satisfies ImportItem);
}

/** Percent-encoded, because a header holds no Hindi. */
function fileNameOf(header: string | undefined): string {
  try {
    return decodeURIComponent(header ?? 'leads.csv');
  } catch {
    throw validationFailed({ field: 'X-File-Name', reason: 'not_percent_encoded' });
  }
}

function sendCsv(c: AppContext, fileName: string, body: string | ReadableStream): Response {
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', attachment(fileName));
  return c.body(body);
}
