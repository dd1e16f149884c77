import { billing, type Ctx, credits, sweepMails } from '@lead-credits/core';

/** What is done again and again, each minute, by one server of them all. */
export type Schedule = { readonly name: string; readonly run: (ctx: Ctx) => Promise<unknown> };

/** A stored webhook that nobody applied within this time is applied by the sweeper: its job was lost or gave up. */
const WEBHOOK_PATIENCE_MS = 120_000;

export const SCHEDULES: readonly Schedule[] = [
  { name: 'expire-reservations', run: (ctx) => credits.expireDue(ctx) },
  { name: 'expire-top-ups', run: (ctx) => billing.expireTopUps(ctx) },
  { name: 'sweep-webhooks', run: sweepWebhooks },
  { name: 'sweep-mails', run: (ctx) => sweepMails(ctx) },
];

async function sweepWebhooks(ctx: Ctx): Promise<number> {
  const waiting = await billing.waitingWebhooks(ctx, new Date(ctx.clock().getTime() - WEBHOOK_PATIENCE_MS));
  for (const eventId of waiting) await billing.applyWebhook(ctx, { eventId });
  return waiting.length;
}
