import { databaseError, type SqlValue } from '@lead-credits/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grant, reserveFor } from '../credits/index.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';

/** Tries to break the ledger with raw SQL, as the application's own role. Postgres must refuse each. */
let world: TestWorld;
let project: TestProject;

beforeAll(async () => {
  world = await createWorld();
  project = await world.project();
  await grant(world.ctx, { projectId: project.projectId, amount: 10, key: 'start', reason: 'test' });
  await reserveFor(world.ctx, { accountId: project.accountId, purpose: 'api', key: 'r', amount: 4 });
});
afterAll(() => world.close());

let statements = 0;
async function refusal(text: string, values: SqlValue[] = []): Promise<string> {
  statements += 1;
  const error = await world.db.run({ name: `attack-${statements}`, text, values }).then(
    () => undefined,
    (failure: unknown) => failure,
  );
  const found = databaseError(error);
  return found?.constraint ?? found?.code ?? 'accepted';
}

const INSUFFICIENT_PRIVILEGE = '42501';

describe('the account refuses', () => {
  const attacks: [string, string, string][] = [
    ['a negative balance', 'available = -1, consumed = consumed + 7', 'account_available_not_negative'],
    [
      'reserving what is not there',
      'reserved = -1, available = available + 5',
      'account_reserved_not_negative',
    ],
    ['credits out of nothing', 'available = available + 1', 'account_balances'],
    ['credits that vanish', 'reserved = reserved - 1', 'account_balances'],
    ['credit beside debt', 'debt = 1, issued = issued - 1', 'account_no_credit_beside_debt'],
    ['rolling further than was burnt', 'rolled = burned + 1', 'account_rolled_within_burned'],
    ['negative debt', 'debt = -1, issued = issued + 1', 'account_debt_not_negative'],
  ];
  test.each(attacks)('%s', async (_what, change, constraint) => {
    expect(await refusal(`update app.account set ${change} where id = $1::uuid`, [project.accountId])).toBe(
      constraint,
    );
  });

  test('a second account for the project', async () => {
    expect(
      await refusal('insert into app.account (id, project_id) values (gen_random_uuid(), $1::uuid)', [
        project.projectId,
      ]),
    ).toBe('account_once_per_project');
  });

  test('being deleted', async () => {
    expect(await refusal('delete from app.account')).toBe(INSUFFICIENT_PRIVILEGE);
  });
});

describe('entries', () => {
  const insert = (seq: number, legs: string) =>
    refusal(
      `insert into app.entry (account_id, seq, kind, at, actor, cause, ${legs.split('=')[0]}, available_after, reserved_after, burned_after)
       values ($1::uuid, ${seq}, 'adjust', now(), 'x', 'x', ${legs.split('=')[1]}, 0, 0, 0)`,
      [project.accountId],
    );

  test('cannot be changed, deleted or truncated by the application', async () => {
    expect(await refusal('update app.entry set d_available = 5')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal('delete from app.entry')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal('truncate app.entry')).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test('must balance, be numbered once and from 1', async () => {
    expect(await insert(99, 'd_available=5')).toBe('entry_legs_balance');
    expect(await insert(99, 'd_available, d_issued=5, 4')).toBe('entry_legs_balance');
    expect(await insert(1, 'd_available, d_issued=5, 5')).toBe('entry_pkey');
    expect(await insert(0, 'd_available, d_issued=5, 5')).toBe('entry_seq_positive');
  });
});

describe('reservations and lots', () => {
  const change = (table: string, set: string) =>
    refusal(`update app.${table} set ${set} where account_id = $1::uuid`, [project.accountId]);

  test('a reservation ends as its state says or not at all', async () => {
    expect(await change('reservation', "state = 'captured', consumed = 3")).toBe(
      'reservation_parts_fit_state',
    );
    expect(await change('reservation', "state = 'captured', consumed = 3, released = 1")).toBe(
      'reservation_parts_fit_state',
    );
    expect(await change('reservation', 'consumed = 1')).toBe('reservation_parts_fit_state');
    expect(await change('reservation', "state = 'released', released = 3, settle_key = 'k'")).toBe(
      'reservation_parts_fit_state',
    );
    expect(await change('reservation', 'amount = 0')).toBe('reservation_amount_positive');
  });

  test('one reservation per key', async () => {
    expect(
      await refusal(
        `insert into app.reservation (account_id, key, amount, purpose, created_at, reserve_seq) values ($1::uuid, 'api:r', 1, 'api', now(), 1)`,
        [project.accountId],
      ),
    ).toBe('reservation_pkey');
  });

  test('a lot never gives more than it had', async () => {
    expect(await change('lot', 'remaining = amount + 1')).toBe('lot_parts_within_amount');
    expect(await change('lot', 'remaining = -1')).toBe('lot_parts_within_amount');
    expect(await change('lot', 'expired = 1')).toBe('lot_parts_within_amount');
    expect(await refusal('delete from app.lot')).toBe(INSUFFICIENT_PRIVILEGE);
  });

  test('burns are written once', async () => {
    expect(await refusal('update app.burn set amount = 1')).toBe(INSUFFICIENT_PRIVILEGE);
    expect(await refusal('delete from app.burn')).toBe(INSUFFICIENT_PRIVILEGE);
  });
});
