import { idIn } from '@lead-credits/contract';
import { type Attachment, invoices } from '@lead-credits/core';
import { Hono } from 'hono';
import type { AppContext, AppEnv } from '../app-env.ts';
import type { Services } from '../composition.ts';
import { attachment } from '../content-disposition.ts';
import { identify } from '../identify.ts';
import type { RateLimits } from '../rate-limits.ts';

const invoiceId = idIn('topUp');

/** The PDF of a bill: its tax invoice, or a payment request as long as it waits. */
export function invoiceRoutes(services: Services, rates: RateLimits): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/invoices/:id/pdf', async (c) => {
    const ctx = await identify(c, services, rates);
    return sendFile(c, await invoices.readPdf(ctx, { invoiceId: invoiceId.parse(c.req.param('id')) }));
  });
}

/** A file to keep. Whoever shares the machine or a proxy finds nothing of it afterwards. */
export function sendFile(c: AppContext, { fileName, contentType, bytes }: Attachment): Response {
  c.header('Content-Type', contentType);
  c.header('Content-Length', String(bytes.length));
  c.header('Content-Disposition', attachment(fileName));
  c.header('Cache-Control', 'private, no-store');
  return c.body(new Uint8Array(bytes));
}
