import type { Statement } from '@lead-credits/db';

export type BalanceRow = { available: number; debt: number; lot_is_due: boolean };

/** What a refused reserve needs to know to say why. */
export function balanceStatement(accountId: string, now: Date): Statement<BalanceRow> {
  return {
    name: 'ledger-balance',
    text: `select available, debt, lot_due_at <= $2::timestamptz as lot_is_due from app.account where id = $1::uuid`,
    values: [accountId, now],
  };
}

export type ReservationRow = {
  amount: number;
  consumed: number;
  released: number;
  state: 'open' | 'captured' | 'released' | 'expired';
  settle_key: string | null;
  purpose: string;
  import_id: string | null;
  lasts_seconds: number | null;
  expires_at: string | null;
  available_after: number;
};

/** A reservation with the entry that made it: replays are answered from here. */
export function reservationStatement(accountId: string, key: string): Statement<ReservationRow> {
  return {
    name: 'ledger-reservation',
    text: `select r.amount, r.consumed, r.released, r.state, r.settle_key, r.purpose, r.import_id, r.expires_at,
        extract(epoch from r.expires_at - r.created_at)::float8 as lasts_seconds, e.available_after
      from app.reservation r
      join app.entry e on e.account_id = r.account_id and e.seq = r.reserve_seq
      where r.account_id = $1::uuid and r.key = $2::text`,
    values: [accountId, key],
  };
}

/** True row when that settling key already ended another reservation of the account by the same verb. */
export function settleKeyStatement(
  accountId: string,
  settleKey: string,
  verb: 'capture' | 'release',
): Statement<{ key: string }> {
  return {
    name: 'ledger-settle-key',
    text: `select key from app.reservation
      where account_id = $1::uuid and state = $2::app.reservation_state and settle_key = $3::text`,
    values: [accountId, verb === 'capture' ? 'captured' : 'released', settleKey],
  };
}

export type LotRow = {
  amount: number;
  price_paise: number;
  expires_at: string | null;
  top_up_id: string | null;
  lot_id: string;
  seq: number;
  available_after: number;
};

/** A lot by the key that made it, with its entry. */
export function lotStatement(accountId: string, kind: 'top_up' | 'grant', key: string): Statement<LotRow> {
  return {
    name: 'ledger-lot',
    text: `select l.amount, l.price_paise, l.expires_at, l.top_up_id, l.lot_id, l.seq, e.available_after
      from app.lot l join app.entry e on e.account_id = l.account_id and e.seq = l.seq
      where l.account_id = $1::uuid and l.kind = $2::app.lot_kind and l.key = $3::text`,
    values: [accountId, kind, key],
  };
}
