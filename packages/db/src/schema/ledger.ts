import { ENTRY_KINDS } from '@lead-credits/contract';
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, primaryKey, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { app, id, instant, whole } from './app-schema.ts';
import { project } from './people.ts';

export const entryKind = app.enum('entry_kind', ENTRY_KINDS);
export const reservationState = app.enum('reservation_state', ['open', 'captured', 'released', 'expired']);
export const reservationPurpose = app.enum('reservation_purpose', ['api', 'import', 'lead', 'refund']);
export const lotKind = app.enum('lot_kind', ['top_up', 'grant', 'bonus', 'transfer']);

const tally = (name: string) => whole(name).notNull().default(0);

/**
 * The balance of a project, in credits. Every write of it is one guarded UPDATE inside the statement that also
 * writes the entry. fillfactor 20 (set in the migration) keeps 99.8 % of the updates HOT.
 */
export const account = app.table(
  'account',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .unique('account_once_per_project')
      .references(() => project.id),
    available: tally('available'),
    reserved: tally('reserved'),
    consumed: tally('consumed'),
    issued: tally('issued'),
    expired: tally('expired'),
    debt: tally('debt'),
    /** Number of the last entry. */
    seq: tally('seq'),
    /** Credits ever burnt; lots are told about it later, `[rolled, burned)` at a time. */
    burned: tally('burned'),
    rolled: tally('rolled'),
    /** Bumped by each lot event: a statement that read the lots before it held this row finds out here. */
    lotVersion: tally('lot_version'),
    /** When the next lot falls due; reserve refuses beyond it until the due lots are expired. */
    lotDueAt: instant('lot_due_at').notNull().default(sql`'infinity'`),
  },
  (t) => [
    check('account_available_not_negative', sql`${t.available} >= 0`),
    check('account_reserved_not_negative', sql`${t.reserved} >= 0`),
    check('account_consumed_not_negative', sql`${t.consumed} >= 0`),
    check('account_issued_not_negative', sql`${t.issued} >= 0`),
    check('account_expired_not_negative', sql`${t.expired} >= 0`),
    check('account_debt_not_negative', sql`${t.debt} >= 0`),
    check('account_seq_not_negative', sql`${t.seq} >= 0`),
    check('account_rolled_within_burned', sql`${t.rolled} >= 0 and ${t.rolled} <= ${t.burned}`),
    check(
      'account_balances',
      sql`${t.issued} = ${t.available} + ${t.reserved} + ${t.consumed} + ${t.expired} - ${t.debt}`,
    ),
    check('account_no_credit_beside_debt', sql`${t.debt} = 0 or ${t.available} = 0`),
  ],
);

/** One event; its columns are its legs, null where it has none. Append-only: the application's role cannot change it. */
export const entry = app.table(
  'entry',
  {
    accountId: id('account_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    kind: entryKind('kind').notNull(),
    at: instant('at').notNull(),
    actor: text('actor').notNull(),
    /** What made it happen: a reservation's key, a top-up, a grant's key. */
    cause: text('cause').notNull(),
    dAvailable: whole('d_available'),
    dReserved: whole('d_reserved'),
    dConsumed: whole('d_consumed'),
    dIssued: whole('d_issued'),
    dExpired: whole('d_expired'),
    dDebt: whole('d_debt'),
    availableAfter: whole('available_after').notNull(),
    reservedAfter: whole('reserved_after').notNull(),
    burnedAfter: whole('burned_after').notNull(),
  },
  (t) => [
    primaryKey({ name: 'entry_pkey', columns: [t.accountId, t.seq] }),
    check('entry_seq_positive', sql`${t.seq} > 0`),
    check(
      'entry_legs_balance',
      sql`coalesce(${t.dIssued}, 0) = coalesce(${t.dAvailable}, 0) + coalesce(${t.dReserved}, 0) + coalesce(${t.dConsumed}, 0) + coalesce(${t.dExpired}, 0) - coalesce(${t.dDebt}, 0)`,
    ),
    check('entry_balances_not_negative', sql`${t.availableAfter} >= 0 and ${t.reservedAfter} >= 0`),
  ],
);

/** Credits set aside under the caller's key. It is settled at most once: captured, released or expired. */
export const reservation = app.table(
  'reservation',
  {
    accountId: id('account_id').notNull(),
    key: text('key').notNull(),
    amount: whole('amount').notNull(),
    consumed: tally('consumed'),
    released: tally('released'),
    settleKey: text('settle_key'),
    state: reservationState('state').notNull().default('open'),
    purpose: reservationPurpose('purpose').notNull(),
    importId: id('import_id'),
    /** null: never expires by time (an import's reservation ends with its import). */
    expiresAt: instant('expires_at'),
    createdAt: instant('created_at').notNull(),
    /** The entry that reserved it: a replayed reserve is answered from it. */
    reserveSeq: bigint('reserve_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'reservation_pkey', columns: [t.accountId, t.key] }),
    check('reservation_amount_positive', sql`${t.amount} > 0`),
    check('reservation_parts_not_negative', sql`${t.consumed} >= 0 and ${t.released} >= 0`),
    check(
      'reservation_parts_fit_state',
      sql`case ${t.state}
        when 'open' then ${t.consumed} = 0 and ${t.released} = 0 and ${t.settleKey} is null
        when 'captured' then ${t.consumed} + ${t.released} = ${t.amount} and ${t.settleKey} is not null
        when 'released' then ${t.consumed} = 0 and ${t.released} = ${t.amount} and ${t.settleKey} is not null
        else ${t.consumed} = 0 and ${t.released} = ${t.amount} and ${t.settleKey} is null
      end`,
    ),
    /** A settling key is unique per account and verb; the state is the verb. */
    uniqueIndex('reservation_settle_key')
      .on(t.accountId, t.state, t.settleKey)
      .where(sql`${t.settleKey} is not null`),
    index('reservation_due').on(t.expiresAt).where(sql`${t.state} = 'open' and ${t.expiresAt} is not null`),
  ],
);

/** The credits of one top-up or grant. Burn order: expiring first, then free before paid, then oldest. */
export const lot = app.table(
  'lot',
  {
    accountId: id('account_id').notNull(),
    lotId: id('lot_id').notNull(),
    /** Where transferred credits first came from; the lot itself otherwise. */
    originLotId: id('origin_lot_id').notNull(),
    topUpId: id('top_up_id'),
    kind: lotKind('kind').notNull(),
    /** The key of the write that made it; for a top-up, the top-up. */
    key: text('key').notNull(),
    /** What was paid for the whole lot, in paise. */
    pricePaise: whole('price_paise').notNull(),
    paid: boolean('paid').notNull(),
    amount: whole('amount').notNull(),
    remaining: whole('remaining').notNull(),
    expired: tally('expired'),
    /** Taken back by refunds, disputes, reversals and transfers. */
    reversed: tally('reversed'),
    expiresAt: instant('expires_at'),
    createdAt: instant('created_at').notNull(),
    /** The entry that made it: age in burn order, and the answer to a replay. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    primaryKey({ name: 'lot_pkey', columns: [t.accountId, t.lotId] }),
    unique('lot_once_per_key').on(t.accountId, t.kind, t.key),
    uniqueIndex('lot_once_per_top_up').on(t.topUpId).where(sql`${t.topUpId} is not null`),
    index('lot_live').on(t.accountId).where(sql`${t.remaining} > 0`),
    index('lot_due').on(t.expiresAt).where(sql`${t.remaining} > 0 and ${t.expiresAt} is not null`),
    check('lot_amount_positive', sql`${t.amount} > 0`),
    check(
      'lot_parts_within_amount',
      sql`${t.remaining} >= 0 and ${t.expired} >= 0 and ${t.reversed} >= 0 and ${t.remaining} + ${t.expired} + ${t.reversed} <= ${t.amount}`,
    ),
    check('lot_price_not_negative', sql`${t.pricePaise} >= 0`),
    check('lot_top_up_is_paid', sql`(${t.kind} = 'top_up') = (${t.topUpId} is not null)`),
  ],
);

/** Positions `[from_pos, from_pos + amount)` of the account's burnt credits came out of this lot. Append-only. */
export const burn = app.table(
  'burn',
  {
    accountId: id('account_id').notNull(),
    fromPos: bigint('from_pos', { mode: 'number' }).notNull(),
    lotId: id('lot_id').notNull(),
    amount: whole('amount').notNull(),
  },
  (t) => [
    primaryKey({ name: 'burn_pkey', columns: [t.accountId, t.fromPos] }),
    check('burn_amount_positive', sql`${t.amount} > 0 and ${t.fromPos} >= 0`),
  ],
);
