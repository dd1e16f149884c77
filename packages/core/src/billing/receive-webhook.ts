import { createHash } from 'node:crypto';
import type { Ctx } from '../context.ts';
import { withTransaction } from '../transaction.ts';

const MAX_EVENT_ID = 200;

/**
 * Stores a verified webhook, raw, and the job that applies it, before it is answered. The event id is not signed, so
 * it only filters what was stored before: other bytes under a known id are kept under an id of their own, and money is
 * guarded by payment and order. Gives the id it is kept under and whether it was new.
 */
export async function receiveWebhook(
  ctx: Ctx,
  { eventId, rawBody }: { eventId: string; rawBody: Uint8Array },
): Promise<{ eventId: string; isNew: boolean }> {
  const id = eventId.slice(0, MAX_EVENT_ID);
  const event = ctx.gateway.readEvent(rawBody)?.event ?? 'unreadable';
  const first = await store(ctx, id, event, rawBody);
  if (first.isNew || first.isSame) return { eventId: id, isNew: first.isNew };
  const ownId = `${id}#${createHash('sha256').update(rawBody).digest('hex').slice(0, 16)}`;
  const own = await store(ctx, ownId, event, rawBody);
  return { eventId: ownId, isNew: own.isNew };
}

function store(
  ctx: Ctx,
  id: string,
  event: string,
  raw: Uint8Array,
): Promise<{ isNew: boolean; isSame: boolean }> {
  return withTransaction(ctx, async (tx) => {
    const [made] = await tx.db.run<{ event_id: string }>({
      name: 'store-webhook',
      text: `insert into app.webhook_event (event_id, event, raw, received_at) values ($1, $2, $3::bytea, $4::timestamptz)
        on conflict (event_id) do nothing returning event_id`,
      values: [id, event, raw, tx.clock()],
    });
    if (made) {
      await tx.jobs.enqueue(tx.db, { name: 'apply-webhook', eventId: id });
      return { isNew: true, isSame: true };
    }
    const [kept] = await tx.db.run<{ same: boolean }>({
      name: 'compare-webhook',
      text: 'select raw = $2::bytea as same from app.webhook_event where event_id = $1',
      values: [id, raw],
    });
    return { isNew: false, isSame: kept?.same ?? false };
  });
}
