-- The ledger in one sitting: a project gets credits, reserves some, consumes a part, and every step can be explained.
-- Run it with psql as the owner of a migrated, empty database, or read ledger.sql.out, which a test keeps true.
-- Nothing here reads the clock or draws an id: $now and every id are given, so the answers are always the same.

set timezone = 'UTC';

-- The application runs as this role. It may add to the ledger but not change what was written.

set role app;

-- 1. A project owns exactly one account. An account is six tallies that always balance:
--    issued = available + reserved + consumed + expired - debt.

insert into app.organization (id, name, created_at)
values ('00000000-0000-7000-8000-000000000001', 'Acme Motors', '2026-11-22 09:00Z');

insert into app.project (id, organization_id, name, created_at)
values ('00000000-0000-7000-8000-000000000002', '00000000-0000-7000-8000-000000000001', 'Acme Outbound', '2026-11-22 09:00Z');

insert into app.account (id, project_id)
values ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000002');

-- 2. Credits move by three statements, here with the very texts the product runs (packages/core/src/ledger; a test
--    compares them). Each does all of its work or none: one statement, one commit, no lock left behind.

prepare issue_lot as
  with seen as (
    select lot_version from app.account where id = $1::uuid
  ), held as (
    select a.id, a.seq, a.available, a.reserved, a.debt, a.burned, a.rolled, a.burned - a.rolled as unrolled
    from app.account a join seen s on s.lot_version = a.lot_version
    where a.id = $1::uuid and not exists (
      select from app.lot where account_id = $1::uuid and kind = $3::app.lot_kind and key = $4::text)
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
  ), spent as (
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
  select seq, available as available_after, repaid from acc;

prepare reserve as
  with acc as (
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
  returning seq, available_after, reserved_after;

prepare capture as
  with ended as (
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
  select seq, available as available_after, amount, released from acc;

-- 3. A grant of 10 credits that end with the year. Credits given at once are a lot: they keep their price and their end.

execute issue_lot('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-0000000000b1', 'grant', 'welcome', 10,
  0, null, '2027-01-01 00:00Z', '2026-11-22 09:01Z', 'system:example');

-- 4. Somebody uploads six leads: six credits are set aside under the caller's key.

execute reserve('00000000-0000-7000-8000-00000000000a', 'api:order-1', 6, 'api', null, '2026-11-22 09:17Z',
  '2026-11-22 09:02Z', 'key:example');

select available, reserved, consumed, issued from app.account;

-- 5. The answer got lost and the caller asks again with the same key: no row, so nothing happened twice. The product
--    then answers from the reservation it finds.

execute reserve('00000000-0000-7000-8000-00000000000a', 'api:order-1', 6, 'api', null, '2026-11-22 09:17Z',
  '2026-11-22 09:02Z', 'key:example');

select key, amount, state, expires_at from app.reservation;

-- 6. Five more are asked for while four are available: no row again, and no trace of the key. It may be tried after a
--    top-up as if it had never been used.

execute reserve('00000000-0000-7000-8000-00000000000a', 'api:order-2', 5, 'api', null, '2026-11-22 09:18Z',
  '2026-11-22 09:03Z', 'key:example');

-- 7. Four of the six leads went in. Four credits are consumed, two return.

execute capture('00000000-0000-7000-8000-00000000000a', 'api:order-1', 4, 'captured', 'api:done-1', '2026-11-22 09:04Z',
  'key:example', 'capture');

select available, reserved, consumed, issued from app.account;

-- 8. A reservation ends once: capturing it again, with whatever key, gives no row.

execute capture('00000000-0000-7000-8000-00000000000a', 'api:order-1', 1, 'captured', 'api:done-2', '2026-11-22 09:05Z',
  'key:example', 'capture');

-- 9. Each event is one entry: what changed (its legs) and what was there afterwards. They are numbered without a gap.

select seq, kind, cause, d_available, d_reserved, d_consumed, d_issued, available_after, reserved_after
from app.entry order by seq;

-- 10. Which credits were consumed? Not yet said: the hot path only counts positions (burned), and lots stay untouched …

select key, price_paise, amount, remaining, expires_at from app.lot order by seq;

select burned, rolled from app.account;

--     … until the next event that concerns lots. Five more credits, without an end: the four that were consumed are
--     now written down against the lot that paid for them, the one that ends first.

execute issue_lot('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-0000000000b2', 'grant', 'thanks', 5,
  0, null, null, '2026-11-22 09:06Z', 'system:example');

select from_pos, amount, (select key from app.lot l where l.lot_id = b.lot_id) as lot from app.burn b order by from_pos;

select key, amount, remaining, expires_at from app.lot order by seq;

-- 11. What must never be false is held by the database. Spending what is not there:

update app.account set available = available - 100, reserved = reserved + 100;

--     Creating credits from nothing:

update app.account set available = available + 1;

--     Rewriting history:

update app.entry set d_available = 0 where seq = 1;

-- 12. And the balance can be explained from the first entry on.

select sum(d_available) as available, sum(d_reserved) as reserved, sum(d_consumed) as consumed, sum(d_issued) as issued
from app.entry;

select available, reserved, consumed, issued from app.account;
