import type { Statement } from '@lead-credits/db';

export type IssueLot = {
  accountId: string;
  lotId: string;
  kind: 'top_up' | 'grant';
  /** The caller's key; for a top-up, the top-up. */
  key: string;
  amount: number;
  pricePaise: number;
  topUpId: string | null;
  expiresAt: Date | null;
  now: Date;
  actor: string;
};

export type IssuedRow = { seq: number; available_after: number; repaid: number };

/**
 * The lots as they stand and what of them was burnt since they were last told: oldest position first, in burn order
 * (expiring first, then free before paid, then oldest). `seen` is the version the lots were read at; `held` locks the
 * account and joins that version, so a statement that waited behind another lot event yields no row: retry it.
 */
export function rollLots(guard = ''): string {
  return `seen as (
        select lot_version from app.account where id = $1::uuid
      ), held as (
        select a.id, a.seq, a.available, a.reserved, a.debt, a.burned, a.rolled, a.burned - a.rolled as unrolled
        from app.account a join seen s on s.lot_version = a.lot_version
        where a.id = $1::uuid ${guard}
        for update of a
      ), live as (
        select lot_id, remaining, expires_at, paid, seq,
          sum(remaining) over (order by expires_at nulls last, paid, seq) - remaining as before
        from app.lot where account_id = $1::uuid and remaining > 0
      ), burnt as (
        select l.lot_id, h.rolled + l.before as from_pos, least(l.remaining, h.unrolled - l.before) as amount
        from live l cross join held h
        where l.before < h.unrolled
      ), told as (
        insert into app.burn (account_id, from_pos, lot_id, amount)
        select $1::uuid, from_pos, lot_id, amount from burnt
      )`;
}

const KEY_UNUSED = `and not exists (
          select from app.lot where account_id = $1::uuid and kind = $3::app.lot_kind and key = $4::text)`;

/**
 * Adds the credits of one top-up or grant: rolls the older lots, repays debt first, writes lot and entry. No row when
 * the key was used before (replay) or another lot event came between (retry).
 */
export function issueLotStatement(input: IssueLot): Statement<IssuedRow> {
  return {
    name: 'ledger-issue-lot',
    text: `with ${rollLots(KEY_UNUSED)}, spent as (
        update app.lot l set remaining = l.remaining - b.amount
        from burnt b where l.account_id = $1::uuid and l.lot_id = b.lot_id
      ), acc as (
        update app.account a
        set issued = a.issued + $5::bigint, available = a.available + $5::bigint - least(h.debt, $5::bigint),
          debt = a.debt - least(h.debt, $5::bigint), burned = a.burned + least(h.debt, $5::bigint),
          rolled = a.burned, lot_version = a.lot_version + 1,
          lot_due_at = least(a.lot_due_at, coalesce($8::timestamptz, 'infinity')), seq = a.seq + 1
        from held h where a.id = h.id
        returning a.id, a.seq, a.available, a.reserved, a.burned, least(h.debt, $5::bigint) as repaid
      ), made as (
        insert into app.lot (account_id, lot_id, origin_lot_id, top_up_id, kind, key, price_paise, paid, amount,
          remaining, expires_at, created_at, seq)
        select id, $2::uuid, $2::uuid, $7::uuid, $3::app.lot_kind, $4::text, $6::bigint, $6::bigint > 0, $5::bigint,
          $5::bigint, $8::timestamptz, $9::timestamptz, seq
        from acc
      ), noted as (
        insert into app.entry (account_id, seq, kind, at, actor, cause,
          d_available, d_issued, d_debt, available_after, reserved_after, burned_after)
        select id, seq, $3::text::app.entry_kind, $9::timestamptz, $10::text, $4::text,
          nullif($5::bigint - repaid, 0), $5::bigint, nullif(-repaid, 0), available, reserved, burned
        from acc
      )
      select seq, available as available_after, repaid from acc`,
    values: [
      input.accountId,
      input.lotId,
      input.kind,
      input.key,
      input.amount,
      input.pricePaise,
      input.topUpId,
      input.expiresAt,
      input.now,
      input.actor,
    ],
  };
}
