import type { Runner } from './statement.ts';

/**
 * What must never be false, as queries that count violations. docs/invariants.md says for each what holds it and which
 * test attacks it; `pnpm verify`, the model tests and the crash tests run them all. Every count must be 0.
 */
export type Invariant = { readonly id: string; readonly name: string; readonly text: string };

const LEDGER: readonly Invariant[] = [
  {
    id: 'account-equals-entries',
    name: 'Each tally of an account is the sum of its entries',
    text: `select count(*)::int as violations from app.account a left join (
        select account_id, sum(coalesce(d_available, 0)) as av, sum(coalesce(d_reserved, 0)) as re,
          sum(coalesce(d_consumed, 0)) as co, sum(coalesce(d_issued, 0)) as iss, sum(coalesce(d_expired, 0)) as ex,
          sum(coalesce(d_debt, 0)) as de
        from app.entry group by account_id) e on e.account_id = a.id
      where (a.available, a.reserved, a.consumed, a.issued, a.expired, a.debt)
        is distinct from (coalesce(e.av, 0), coalesce(e.re, 0), coalesce(e.co, 0), coalesce(e.iss, 0), coalesce(e.ex, 0), coalesce(e.de, 0))`,
  },
  {
    id: 'entries-gapless',
    name: 'Entries of an account are numbered 1, 2, 3 … without a gap',
    text: `select count(*)::int as violations from app.account a left join (
        select account_id, count(*) as n, max(seq) as last from app.entry group by account_id) e on e.account_id = a.id
      where a.seq <> coalesce(e.n, 0) or a.seq <> coalesce(e.last, 0)`,
  },
  {
    id: 'running-balance-continuous',
    name: 'Each entry continues the balance of the one before',
    text: `select count(*)::int as violations from (
        select available_after, reserved_after, burned_after, d_available, d_reserved, d_consumed, d_debt, kind,
          lag(available_after, 1, 0::bigint) over w as available_before, lag(reserved_after, 1, 0::bigint) over w as reserved_before,
          lag(burned_after, 1, 0::bigint) over w as burned_before
        from app.entry window w as (partition by account_id order by seq)) e
      where available_after <> available_before + coalesce(d_available, 0)
        or reserved_after <> reserved_before + coalesce(d_reserved, 0)
        or burned_after <> burned_before + greatest(0, coalesce(d_consumed, 0)) + greatest(0, -coalesce(d_debt, 0))`,
  },
  {
    id: 'entry-legs-balance',
    name: 'The legs of each entry balance',
    text: `select count(*)::int as violations from app.entry
      where coalesce(d_issued, 0) <> coalesce(d_available, 0) + coalesce(d_reserved, 0) + coalesce(d_consumed, 0)
        + coalesce(d_expired, 0) - coalesce(d_debt, 0)`,
  },
  {
    id: 'entries-have-account',
    name: 'No entry, reservation, lot or burn without its account',
    text: `select (select count(*) from app.entry x where not exists (select from app.account a where a.id = x.account_id))::int
      + (select count(*) from app.reservation x where not exists (select from app.account a where a.id = x.account_id))::int
      + (select count(*) from app.lot x where not exists (select from app.account a where a.id = x.account_id))::int
      + (select count(*) from app.burn x where not exists (select from app.account a where a.id = x.account_id))::int
      as violations`,
  },
  {
    id: 'reserved-equals-open',
    name: 'Reserved credits are the open reservations',
    text: `select count(*)::int as violations from app.account a left join (
        select account_id, sum(amount) as amount from app.reservation where state = 'open' group by account_id) r
        on r.account_id = a.id
      where a.reserved <> coalesce(r.amount, 0)`,
  },
  {
    id: 'reservation-has-entry',
    name: 'Each reservation has the entry that made it',
    text: `select count(*)::int as violations from app.reservation r
      where not exists (select from app.entry e
        where e.account_id = r.account_id and e.seq = r.reserve_seq and e.kind = 'reserve' and e.cause = r.key)`,
  },
  {
    id: 'consumed-equals-captured',
    name: 'Consumed credits are the captured ones',
    text: `select count(*)::int as violations from app.account a left join (
        select account_id, sum(consumed) as amount from app.reservation group by account_id) r on r.account_id = a.id
      where a.consumed <> coalesce(r.amount, 0)`,
  },
  {
    id: 'lots-back-credits',
    name: 'What remains in lots backs every available, reserved and not yet rolled credit',
    text: `select count(*)::int as violations from app.account a left join (
        select account_id, sum(remaining) as remaining, sum(amount - reversed) as issued, sum(expired) as expired
        from app.lot group by account_id) l on l.account_id = a.id
      where coalesce(l.remaining, 0) <> a.available + a.reserved + a.burned - a.rolled
        or coalesce(l.issued, 0) <> a.issued + a.debt + a.burned - a.consumed or coalesce(l.expired, 0) <> a.expired`,
  },
  {
    id: 'burns-explain-rolled',
    name: 'Burns cover each rolled position once, and each lot its burnt part',
    text: `select (select count(*) from app.account a left join (
          select account_id, sum(amount) as amount, max(from_pos + amount) as upto from app.burn group by account_id) b
          on b.account_id = a.id
        where a.rolled <> coalesce(b.amount, 0) or a.rolled <> coalesce(b.upto, 0))::int
      + (select count(*) from app.lot l left join (
          select account_id, lot_id, sum(amount) as amount from app.burn group by account_id, lot_id) b
          on b.account_id = l.account_id and b.lot_id = l.lot_id
        where l.amount <> l.remaining + l.expired + l.reversed + coalesce(b.amount, 0))::int as violations`,
  },
];

const BILLING: readonly Invariant[] = [
  {
    id: 'paid-is-credited-once',
    name: 'A paid top-up has exactly one payment, one lot of its units and one document; an unpaid one has none',
    text: `select count(*)::int as violations from app.top_up t
      left join app.payment p on p.top_up_id = t.id
      left join app.lot l on l.top_up_id = t.id
      left join app.account a on a.id = l.account_id
      where case when t.state = 'paid'
        then p.top_up_id is null or l.lot_id is null or l.amount <> t.units or l.price_paise <> t.amount_paise
          or a.project_id <> t.project_id or p.amount_paise <> t.amount_paise
          or (select count(*) from app.document d where d.top_up_id = t.id and d.kind <> 'credit_note' and d.version = 1) <> 1
        else p.top_up_id is not null or l.lot_id is not null
          or exists (select from app.document d where d.top_up_id = t.id) end`,
  },
  {
    id: 'numbers-gapless',
    name: 'Document numbers of a series are 1, 2, 3 … without a gap',
    text: `select count(*)::int as violations from app.series s left join (
        select seller_id, fy, kind, count(*) as n, max(serial) as last from app.document group by 1, 2, 3) d
        on (d.seller_id, d.fy, d.kind) = (s.seller_id, s.fy, s.kind)
      where s.next - 1 <> coalesce(d.n, 0) or s.next - 1 <> coalesce(d.last, 0)`,
  },
  {
    id: 'numbers-in-order',
    name: 'A later number is never issued earlier',
    text: `select count(*)::int as violations from (
        select issued_at, lag(issued_at) over (partition by seller_id, fy, kind order by serial) as before from app.document) d
      where issued_at < before`,
  },
  {
    id: 'document-adds-up',
    name: 'The parts of each document add up to its total, and its lines to its parts',
    text: `select count(*)::int as violations from app.document d
      where d.total_paise <> d.taxable_paise + d.cgst_paise + d.sgst_paise + d.utgst_paise + d.igst_paise
        or d.total_paise <> (select sum((l ->> 'totalPaise')::bigint) from jsonb_array_elements(d.lines) l)`,
  },
];

const LEADS: readonly Invariant[] = [
  {
    id: 'import-charges-accepted',
    name: 'A completed import charged exactly the leads that went in',
    text: `select count(*)::int as violations from app.import i
      left join app.account a on a.project_id = i.project_id
      left join app.reservation r on r.account_id = a.id and r.key = 'import:' || i.id
      where i.status = 'completed' and (
        i.rows <> i.accepted + i.failed + i.duplicates
        or (select count(*) from app.lead l where l.project_id = i.project_id and l.import_id = i.id) <> i.accepted
        or coalesce(r.consumed, 0) <> i.accepted)`,
  },
  {
    id: 'import-stores-each-row',
    name: 'Each row that did not go in is stored with its reason',
    text: `select count(*)::int as violations from app.import i
      where i.status = 'completed' and (
        (select count(*) from app.import_row w where w.project_id = i.project_id and w.import_id = i.id and w.outcome = 'failed') <> i.failed
        or (select count(*) from app.import_row w where w.project_id = i.project_id and w.import_id = i.id and w.outcome = 'duplicate') <> i.duplicates)`,
  },
  {
    id: 'ended-import-holds-nothing',
    name: 'An import that ended holds no credits, and one that did not complete has no leads',
    text: `select (select count(*) from app.import i join app.account a on a.project_id = i.project_id
          join app.reservation r on r.account_id = a.id and r.key = 'import:' || i.id
        where i.status not in ('processing', 'receiving') and r.state = 'open')::int
      + (select count(*) from app.import i join app.lead l on l.project_id = i.project_id and l.import_id = i.id
        where i.status <> 'completed')::int as violations`,
  },
  {
    id: 'lead-belongs',
    name: 'Each lead belongs to a process of its project',
    text: `select count(*)::int as violations from app.lead l
      where not exists (select from app.process p where p.id = l.process_id and p.project_id = l.project_id)`,
  },
];

export const INVARIANTS: readonly Invariant[] = [...LEDGER, ...BILLING, ...LEADS];

export type Verdict = { id: string; name: string; violations: number };

/** Counts the violations of each invariant. Reads only. */
export async function verifyInvariants(runner: Runner): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const { id, name, text } of INVARIANTS) {
    const [row] = await runner.run<{ violations: number }>({ name: `verify-${id}`, text, values: [] });
    verdicts.push({ id, name, violations: row?.violations ?? -1 });
  }
  return verdicts;
}
