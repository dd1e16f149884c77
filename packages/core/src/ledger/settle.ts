import type { Statement } from '@lead-credits/db';

export type Settle = {
  accountId: string;
  key: string;
  /** Credits consumed; the rest of the reservation returns. 0 for a release. */
  amount: number;
  verb: 'capture' | 'release';
  settleKey: string;
  now: Date;
  actor: string;
};

export type SettledRow = { seq: number; available_after: number; amount: number; released: number };

/**
 * Ends an open reservation, once: `amount` becomes consumed, the rest returns to available, debt first. No row when
 * the reservation is missing, settled, run out, or smaller than `amount`; a settling key used before for the same verb
 * ends in 23505 on reservation_settle_key.
 *
 * Lock order is reservation, then account. `held` reads the debt under the account's lock, because Postgres before 18
 * cannot return the old value of an updated column. Repaying debt burns credits too: the lots that back them are spent.
 */
export function settleStatement(input: Settle): Statement<SettledRow> {
  return {
    name: `ledger-${input.verb}`,
    text: `with ended as (
        update app.reservation
        set state = $4::app.reservation_state, consumed = $3::bigint, released = amount - $3::bigint,
          settle_key = $5::text
        where account_id = $1::uuid and key = $2::text and state = 'open' and amount >= $3::bigint
          and (expires_at is null or expires_at > $6::timestamptz)
        returning amount, released
      ), held as (
        select e.amount, e.released, least(a.debt, e.released) as repaid
        from app.account a cross join ended e
        where a.id = $1::uuid
        for update of a
      ), acc as (
        update app.account a
        set reserved = a.reserved - h.amount, consumed = a.consumed + $3::bigint,
          available = a.available + h.released - h.repaid, debt = a.debt - h.repaid,
          burned = a.burned + $3::bigint + h.repaid, seq = a.seq + 1
        from held h
        where a.id = $1::uuid
        returning a.seq, a.available, a.reserved, a.burned, h.amount, h.released, h.repaid
      ), made as (
        insert into app.entry (account_id, seq, kind, at, actor, cause,
          d_available, d_reserved, d_consumed, d_debt, available_after, reserved_after, burned_after)
        select $1::uuid, seq, $8::app.entry_kind, $6::timestamptz, $7::text, $2::text,
          nullif(released - repaid, 0), -amount, nullif($3::bigint, 0), nullif(-repaid, 0), available, reserved, burned
        from acc
      )
      select seq, available as available_after, amount, released from acc`,
    values: [
      input.accountId,
      input.key,
      input.amount,
      input.verb === 'capture' ? 'captured' : 'released',
      input.settleKey,
      input.now,
      input.actor,
      input.verb,
    ],
  };
}
