import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { billing, DomainError } from '@lead-credits/core';
import { verifyWebhook } from '@lead-credits/razorpay';
import { Hono } from 'hono';
import type { AppEnv } from '../app-env.ts';
import { ctxFor, type Services } from '../composition.ts';
import { limits } from '../limits.ts';
import type { Metrics } from '../metrics.ts';
import type { RateLimits } from '../rate-limits.ts';
import { readBody } from '../read-body.ts';

/** What Razorpay sends as an event id; anything else is replaced by the body's own hash. */
const EVENT_ID = /^[\x21-\x7e]{1,100}$/;

/**
 * Razorpay's webhook. The signature is over the exact bytes, so nothing parses them before it is verified; a forged one
 * leaves no trace in the database. 200 means stored: what it causes is applied at once, and when that fails the job
 * that was stored with it is the net. Razorpay counts anything but 2xx within 5 s as a failure and sends it again.
 */
export function webhookRoutes(services: Services, rates: RateLimits, metrics: Metrics): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/webhooks/razorpay', async (c) => {
    const rawBody = await readBody(c.req.raw, limits.webhookBytes);
    const { webhookSecrets } = services.entrances;
    if (!verifyWebhook(rawBody, c.req.header('x-razorpay-signature'), webhookSecrets)) {
      metrics.webhook('forged');
      await rates.forgeriesByAddress.count(c.get('address'));
      throw new DomainError('WEBHOOK_SIGNATURE_INVALID');
    }
    const ctx = ctxFor(services, { kind: 'system', what: 'webhook' }, c.get('requestId'));
    const { eventId, isNew } = await billing.receiveWebhook(ctx, {
      eventId: eventIdOf(c.req.header('x-razorpay-event-id'), rawBody),
      rawBody,
    });
    metrics.webhook(isNew ? 'stored' : 'duplicate');
    if (isNew) await Promise.race([apply(services, ctx, eventId), sleep(limits.webhookApplyMs)]);
    return c.json({ status: isNew ? 'stored' : 'duplicate' });
  });
}

function eventIdOf(header: string | undefined, rawBody: Uint8Array): string {
  if (header && EVENT_ID.test(header)) return header;
  return `sha256:${createHash('sha256').update(rawBody).digest('hex')}`;
}

/** Whatever happens here, the event is stored and its job will do it: the answer does not change. */
async function apply(
  { log }: Services,
  ctx: Parameters<typeof billing.applyWebhook>[0],
  eventId: string,
): Promise<void> {
  try {
    await billing.applyWebhook(ctx, { eventId });
  } catch (error) {
    log.error({ requestId: ctx.requestId, err: error }, 'a stored webhook could not be applied at once');
  }
}
