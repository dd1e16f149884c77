import type { Statement } from '@lead-credits/db';
import { rollLots } from './issue-lot.ts';

/**
 * Takes what is left of the due lots of one account, never what is reserved: reservations burn expiring lots first, so
 * of a lot that keeps `kept` with `kept_before` ahead of it, `kept - least(kept, greatest(0, reserved - kept_before))`
 * goes. Sets `lot_due_at` to the next date. No row when another lot event came between (retry).
 */
export function expireLotsStatement(input: {
  accountId: string;
  now: Date;
  actor: string;
}): Statement<{ seq: number; gone: number }> {
  return {
    name: 'ledger-expire-lots',
    text: `with ${rollLots()}, kept as (
        select l.lot_id, l.expires_at, coalesce(b.amount, 0) as burnt, l.remaining - coalesce(b.amount, 0) as kept,
          sum(l.remaining - coalesce(b.amount, 0)) over (order by l.expires_at nulls last, l.paid, l.seq)
            - (l.remaining - coalesce(b.amount, 0)) as kept_before
        from live l left join burnt b on b.lot_id = l.lot_id
      ), ruled as (
        select k.lot_id, k.expires_at, k.burnt, k.kept,
          case when k.expires_at <= $2::timestamptz
            then k.kept - least(k.kept, greatest(0, h.reserved - k.kept_before)) else 0 end as gone
        from kept k cross join held h
      ), lots as (
        update app.lot l set remaining = l.remaining - r.burnt - r.gone, expired = l.expired + r.gone
        from ruled r where l.account_id = $1::uuid and l.lot_id = r.lot_id and r.burnt + r.gone > 0
      ), total as (
        select coalesce(sum(gone), 0)::bigint as gone,
          coalesce(min(expires_at) filter (where kept > gone and expires_at > $2::timestamptz), 'infinity') as next_due
        from ruled
      ), acc as (
        update app.account a
        set available = a.available - t.gone, expired = a.expired + t.gone, rolled = a.burned,
          lot_version = a.lot_version + 1, lot_due_at = t.next_due, seq = a.seq + (t.gone > 0)::int
        from held h cross join total t where a.id = h.id
        returning a.id, a.seq, a.available, a.reserved, a.burned, t.gone
      ), noted as (
        insert into app.entry (account_id, seq, kind, at, actor, cause,
          d_available, d_expired, available_after, reserved_after, burned_after)
        select id, seq, 'lot_expiry', $2::timestamptz, $3::text, 'lots', -gone, gone, available, reserved, burned
        from acc where gone > 0
      )
      select seq, gone from acc`,
    values: [input.accountId, input.now, input.actor],
  };
}
