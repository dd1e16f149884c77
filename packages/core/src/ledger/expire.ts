import type { Statement } from '@lead-credits/db';

export type ExpiredRow = { account_id: string; key: string; amount: number; seq: number };

/**
 * Ends the due reservations of one account, the longest overdue first: everything reserved returns, debt first, one
 * entry each. Several sweepers may run: SKIP LOCKED. No rows when nothing is due. Entries of one run are numbered in
 * key order and carry the running balance.
 */
export function expireStatement(input: { now: Date; actor: string; limit: number }): Statement<ExpiredRow> {
  return {
    name: 'ledger-expire',
    text: `with due as (
        select account_id, key, amount
        from app.reservation
        where state = 'open' and expires_at <= $1::timestamptz and account_id = (
          select account_id from app.reservation
          where state = 'open' and expires_at <= $1::timestamptz
          order by expires_at limit 1)
        order by key
        limit $3::int
        for update skip locked
      ), numbered as (
        select account_id, key, amount, row_number() over (order by key) as n, sum(amount) over (order by key) as upto
        from due
      ), total as (
        select account_id, sum(amount)::bigint as amount, count(*) as entries from due group by account_id
      ), held as (
        select a.id, a.seq, a.available, a.reserved, a.burned, a.debt, t.amount, t.entries
        from app.account a join total t on t.account_id = a.id
        for update of a
      ), ended as (
        update app.reservation r set state = 'expired', released = r.amount
        from due d where r.account_id = d.account_id and r.key = d.key
      ), acc as (
        update app.account a
        set reserved = a.reserved - h.amount, available = a.available + h.amount - least(h.debt, h.amount),
          debt = a.debt - least(h.debt, h.amount), burned = a.burned + least(h.debt, h.amount), seq = a.seq + h.entries
        from held h where a.id = h.id
        returning a.id
      )
      insert into app.entry (account_id, seq, kind, at, actor, cause,
        d_available, d_reserved, d_debt, available_after, reserved_after, burned_after)
      select h.id, h.seq + n.n, 'expire', $1::timestamptz, $2::text, n.key,
        nullif(greatest(0, n.upto - h.debt) - greatest(0, n.upto - n.amount - h.debt), 0),
        -n.amount,
        nullif(least(h.debt, n.upto - n.amount) - least(h.debt, n.upto), 0),
        h.available + greatest(0, n.upto - h.debt), h.reserved - n.upto, h.burned + least(h.debt, n.upto)
      from numbered n join held h on h.id = n.account_id join acc on acc.id = h.id
      returning account_id, cause as key, -d_reserved as amount, seq`,
    values: [input.now, input.actor, input.limit],
  };
}
