import type { Statement } from '@lead-credits/db';

export type ReservePurpose = 'api' | 'import' | 'lead' | 'refund';

export type Reserve = {
  accountId: string;
  key: string;
  amount: number;
  purpose: ReservePurpose;
  importId: string | null;
  /** null: never expires by time. */
  expiresAt: Date | null;
  now: Date;
  actor: string;
};

export type ReservedRow = { seq: number; available_after: number; reserved_after: number };

/**
 * Moves `amount` from available to reserved under the caller's key: guarded UPDATE, reservation and entry in one
 * statement. No row when the key is used, the credits are short, a lot is due or the account is missing; the same key
 * twice at once ends in 23505 on reservation_pkey. design.md c: burn by position adds only the `lot_due_at` guard.
 */
export function reserveStatement(input: Reserve): Statement<ReservedRow> {
  return {
    name: 'ledger-reserve',
    text: `with acc as (
        update app.account
        set available = available - $3::bigint, reserved = reserved + $3::bigint, seq = seq + 1
        where id = $1::uuid and available >= $3::bigint and lot_due_at > $7::timestamptz
          and not exists (select from app.reservation where account_id = $1::uuid and key = $2::text)
        returning seq, available, reserved, burned
      ), made as (
        insert into app.reservation
          (account_id, key, amount, purpose, import_id, expires_at, created_at, reserve_seq)
        select $1::uuid, $2::text, $3::bigint, $4::app.reservation_purpose, $5::uuid, $6::timestamptz, $7::timestamptz, seq
        from acc
      )
      insert into app.entry
        (account_id, seq, kind, at, actor, cause, d_available, d_reserved, available_after, reserved_after, burned_after)
      select $1::uuid, seq, 'reserve', $7::timestamptz, $8::text, $2::text, -$3::bigint, $3::bigint,
        available, reserved, burned
      from acc
      returning seq, available_after, reserved_after`,
    values: [
      input.accountId,
      input.key,
      input.amount,
      input.purpose,
      input.importId,
      input.expiresAt,
      input.now,
      input.actor,
    ],
  };
}
