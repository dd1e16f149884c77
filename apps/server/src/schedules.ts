import { billing, type Ctx, credits, leads, sweepMails } from '@lead-credits/core';

/** What is done again and again, each minute, by one server of them all. */
export type Schedule = { readonly name: string; readonly run: (ctx: Ctx) => Promise<unknown> };

/** A stored webhook that nobody applied within this time is applied by the sweeper: its job was lost or gave up. */
const WEBHOOK_PATIENCE_MS = 120_000;

export const SCHEDULES: readonly Schedule[] = [
  { name: 'expire-reservations', run: (ctx) => credits.expireDue(ctx) },
  { name: 'sweep-imports', run: sweepImports },
  { name: 'expire-top-ups', run: (ctx) => billing.expireTopUps(ctx) },
  { name: 'sweep-webhooks', run: sweepWebhooks },
  { name: 'sweep-mails', run: (ctx) => sweepMails(ctx) },
];

async function sweepWebhooks(ctx: Ctx): Promise<number> {
  const waiting = await billing.waitingWebhooks(ctx, new Date(ctx.clock().getTime() - WEBHOOK_PATIENCE_MS));
  for (const eventId of waiting) await billing.applyWebhook(ctx, { eventId });
  return waiting.length;
}

/** Whoever ran them is gone: their leases have run out. One after the other, because each is a heavy transaction. */
async function sweepImports(ctx: Ctx): Promise<number> {
  const abandoned = await leads.sweepImports(ctx);
  for (const importId of abandoned) await leads.runImport(ctx, { importId });
  return abandoned.length;
}
