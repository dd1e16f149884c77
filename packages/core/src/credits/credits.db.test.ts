import { verifyInvariants } from '@lead-credits/db';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ctx } from '../context.ts';
import { DomainError } from '../errors.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import { withTransaction } from '../transaction.ts';
import { expireDue } from './expire-due.ts';
import { grant } from './grant.ts';
import { issueLotFor } from './issue-lot-for.ts';
import { encodeReservationId } from './reservation-id.ts';
import { type ReserveFor, reserveFor } from './reserve-for.ts';
import { capture, release } from './settle.ts';
import { settleFor } from './settle-for.ts';

let world: TestWorld;
const START = new Date('2026-11-22T06:00:00Z');

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

async function funded(amount: number, extra: { expiresAt?: Date } = {}): Promise<TestProject> {
  world.setClock(START);
  const project = await world.project();
  if (amount > 0)
    await grant(world.ctx, { projectId: project.projectId, amount, key: 'start', reason: 'test', ...extra });
  return project;
}

function ask(project: TestProject, amount: number, key: string, lastsSeconds = 900): ReserveFor {
  return { accountId: project.accountId, purpose: 'api', amount, key, lastsSeconds };
}

function settling(
  project: TestProject,
  key: string,
  verb: 'capture' | 'release',
  amount: number,
  settleKey: string,
) {
  const { accountId } = project;
  return {
    accountId,
    key: `api:${key}`,
    verb,
    amount,
    settleKey,
    now: world.ctx.clock(),
    actor: 'system:test',
  };
}

async function balance({ accountId }: TestProject): Promise<Record<string, number>> {
  const [row] = await world.db.run<Record<string, number>>({
    name: 'test-balance',
    text: 'select available, reserved, consumed, issued, expired, debt from app.account where id = $1::uuid',
    values: [accountId],
  });
  return row ?? {};
}

async function code(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  return error instanceof DomainError ? error.code : String(error);
}

async function expectSound(): Promise<void> {
  const broken = (await verifyInvariants(world.db)).filter(({ violations }) => violations !== 0);
  expect(broken).toEqual([]);
}

describe('reserve', () => {
  test('moves credits from available to reserved and answers what is left', async () => {
    const project = await funded(10);
    expect(await reserveFor(world.ctx, ask(project, 4, 'a'))).toMatchObject({
      ok: true,
      available: 6,
      state: 'open',
    });
    expect(await balance(project)).toMatchObject({ available: 6, reserved: 4 });
    await expectSound();
  });

  test('refuses the whole amount when one credit is short and leaves no trace of the key', async () => {
    const project = await funded(3);
    expect(await reserveFor(world.ctx, ask(project, 4, 'a'))).toEqual({
      ok: false,
      available: 3,
      required: 4,
      shortage: 1,
    });
    expect(await balance(project)).toMatchObject({ available: 3, reserved: 0 });
    await grant(world.ctx, { projectId: project.projectId, amount: 1, key: 'more', reason: 'test' });
    expect(await reserveFor(world.ctx, ask(project, 4, 'a'))).toMatchObject({ ok: true, available: 0 });
  });

  test('answers the same key with the first answer, also after the balance moved on', async () => {
    const project = await funded(10);
    const first = await reserveFor(world.ctx, ask(project, 4, 'a'));
    await reserveFor(world.ctx, ask(project, 5, 'b'));
    expect(await reserveFor(world.ctx, ask(project, 4, 'a'))).toEqual(first);
    expect(await balance(project)).toMatchObject({ available: 1, reserved: 9 });
  });

  test('refuses the same key with another amount or another time', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    expect(await code(reserveFor(world.ctx, ask(project, 5, 'a')))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await code(reserveFor(world.ctx, ask(project, 4, 'a', 60)))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('lets exactly as many of fifty racing requests in as the balance holds', async () => {
    const project = await funded(20);
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => reserveFor(world.ctx, ask(project, 1, `race-${index}`))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
    expect(await balance(project)).toMatchObject({ available: 0, reserved: 20 });
    await expectSound();
  });

  test('gives twenty racing requests under one key one reservation', async () => {
    const project = await funded(20);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => reserveFor(world.ctx, ask(project, 3, 'one'))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    expect(await balance(project)).toMatchObject({ available: 17, reserved: 3 });
  });

  test('belongs to the transaction around it', async () => {
    const project = await funded(10);
    const failing = withTransaction(world.ctx, async (tx) => {
      await reserveFor(tx, ask(project, 4, 'a'));
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    expect(await balance(project)).toMatchObject({ available: 10, reserved: 0 });
  });
});

describe('capture and release', () => {
  test('consumes a part and returns the rest', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    const settled = await settleFor(world.db, settling(project, 'a', 'capture', 3, 's'));
    expect(settled).toEqual({ amount: 4, consumed: 3, released: 1, state: 'captured' });
    expect(await balance(project)).toMatchObject({ available: 7, reserved: 0, consumed: 3 });
    await expectSound();
  });

  test('settles once: the same key replays, another key is too late, another amount is another input', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    const first = await settleFor(world.db, settling(project, 'a', 'capture', 3, 's'));
    expect(await settleFor(world.db, settling(project, 'a', 'capture', 3, 's'))).toEqual(first);
    expect(await code(settleFor(world.db, settling(project, 'a', 'capture', 2, 's')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await code(settleFor(world.db, settling(project, 'a', 'capture', 3, 't')))).toBe(
      'RESERVATION_NOT_OPEN',
    );
    expect(await code(settleFor(world.db, settling(project, 'a', 'release', 0, 's')))).toBe(
      'RESERVATION_NOT_OPEN',
    );
    expect(await balance(project)).toMatchObject({ available: 7, reserved: 0, consumed: 3 });
  });

  test('refuses a settling key that already ended another reservation', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    await reserveFor(world.ctx, ask(project, 4, 'b'));
    await settleFor(world.db, settling(project, 'a', 'capture', 4, 's'));
    expect(await code(settleFor(world.db, settling(project, 'b', 'capture', 4, 's')))).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await balance(project)).toMatchObject({ available: 2, reserved: 4, consumed: 4 });
  });

  test('never captures more than was reserved', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    expect(await code(settleFor(world.db, settling(project, 'a', 'capture', 5, 's')))).toBe(
      'VALIDATION_FAILED',
    );
    expect(await balance(project)).toMatchObject({ available: 6, reserved: 4 });
  });

  test('answers a missing reservation like one of somebody else', async () => {
    const project = await funded(10);
    expect(await code(settleFor(world.db, settling(project, 'none', 'capture', 1, 's')))).toBe('NOT_FOUND');
  });

  test('asks somebody without a session who they are, whatever the id looks like', async () => {
    const { accountId } = await funded(0);
    const anonymous: Ctx = { ...world.ctx, actor: { kind: 'anonymous' } };
    for (const reservationId of [encodeReservationId({ accountId, key: 'api:a' }), 'rsv_', 'x']) {
      expect(await code(capture(anonymous, { reservationId, amount: 1, key: 's' }))).toBe('UNAUTHENTICATED');
      expect(await code(release(anonymous, { reservationId, key: 's' }))).toBe('UNAUTHENTICATED');
    }
  });

  test('ends one of thirty racing captures and releases, whichever', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a'));
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        code(
          settleFor(
            world.db,
            index % 2 === 0
              ? settling(project, 'a', 'capture', 4, `c${index}`)
              : settling(project, 'a', 'release', 0, `r${index}`),
          ),
        ),
      ),
    );
    expect(codes.filter((answer) => answer === 'RESERVATION_NOT_OPEN')).toHaveLength(29);
    await expectSound();
  });
});

describe('expire', () => {
  test('returns what ran out, and a late capture is refused before and after the sweep', async () => {
    const project = await funded(10);
    await reserveFor(world.ctx, ask(project, 4, 'a', 60));
    await reserveFor(world.ctx, ask(project, 2, 'b', 60));
    await reserveFor(world.ctx, ask(project, 1, 'c', 6000));
    world.setClock(new Date(START.getTime() + 61_000));
    expect(await code(settleFor(world.db, settling(project, 'a', 'capture', 4, 's')))).toBe(
      'RESERVATION_NOT_OPEN',
    );
    expect((await expireDue(world.ctx)).reservations).toBeGreaterThanOrEqual(2);
    expect(await balance(project)).toMatchObject({ available: 9, reserved: 1, consumed: 0 });
    expect(await code(settleFor(world.db, settling(project, 'a', 'capture', 4, 's')))).toBe(
      'RESERVATION_NOT_OPEN',
    );
    await expectSound();
  });

  test('takes a due lot, but never what of it is reserved', async () => {
    const due = new Date(START.getTime() + 60_000);
    const project = await funded(10, { expiresAt: due });
    await grant(world.ctx, { projectId: project.projectId, amount: 5, key: 'lasting', reason: 'test' });
    await reserveFor(world.ctx, ask(project, 4, 'a', 6000));
    world.setClock(new Date(due.getTime() + 1));
    expect(await reserveFor(world.ctx, ask(project, 6, 'b'))).toEqual({
      ok: false,
      available: 5,
      required: 6,
      shortage: 1,
    });
    expect(await balance(project)).toMatchObject({ available: 5, reserved: 4, expired: 6 });
    await settleFor(world.db, settling(project, 'a', 'capture', 4, 's'));
    expect(await balance(project)).toMatchObject({ available: 5, consumed: 4, expired: 6 });
    await expectSound();
  });
});

describe('lots', () => {
  test('grants once per key and refuses the key with another amount', async () => {
    const project = await funded(0);
    const give = (amount: number) =>
      grant(world.ctx, { projectId: project.projectId, amount, key: 'g', reason: 'test' });
    const first = await give(5);
    expect(await give(5)).toEqual(first);
    expect(await code(give(6))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await balance(project)).toMatchObject({ available: 5, issued: 5 });
  });

  test('survives twenty lot events and captures at once', async () => {
    const project = await funded(100);
    await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await reserveFor(world.ctx, ask(project, 2, `r${index}`));
        await issueLotFor(world.ctx, {
          accountId: project.accountId,
          kind: 'grant',
          key: `g${index}`,
          amount: 3,
          pricePaise: 0,
        });
        await settleFor(world.db, settling(project, `r${index}`, 'capture', 2, `s${index}`));
      }),
    );
    expect(await balance(project)).toMatchObject({ available: 120, reserved: 0, consumed: 40, issued: 160 });
    await expectSound();
  });
});

describe('debt', () => {
  /** What a refund from outside of spent credits leaves behind; the verb for it is written with refunds. */
  async function owe(project: TestProject): Promise<void> {
    await reserveFor(world.ctx, ask(project, 6, 'spent'));
    await settleFor(world.db, settling(project, 'spent', 'capture', 6, 'spent'));
    await reserveFor(world.ctx, ask(project, 3, 'held'));
    await world.db.run({
      name: 'owe',
      text: `with a as (update app.account set available = 0, issued = issued - 7, debt = 6, rolled = burned, lot_version = lot_version + 1,
          seq = seq + 1 where id = $1::uuid returning *),
        b as (insert into app.burn select id, 0, (select lot_id from app.lot where account_id = $1::uuid), 6 from a),
        l as (update app.lot set remaining = 3, reversed = 1 where account_id = $1::uuid)
        insert into app.entry (account_id, seq, kind, at, actor, cause, d_available, d_issued, d_debt, available_after, reserved_after, burned_after)
        select id, seq, 'refund', now(), 'system:test', 'refund', -1, -7, 6, 0, reserved, burned from a`,
      values: [project.accountId],
    });
  }

  test('is repaid first by a top-up and blocks reserving until then', async () => {
    const project = await funded(10);
    await owe(project);
    await expectSound();
    expect(await reserveFor(world.ctx, ask(project, 1, 'x'))).toEqual({
      ok: false,
      available: 0,
      required: 1,
      shortage: 1,
    });
    await grant(world.ctx, { projectId: project.projectId, amount: 4, key: 'g1', reason: 'test' });
    expect(await balance(project)).toMatchObject({ available: 0, debt: 2 });
    await grant(world.ctx, { projectId: project.projectId, amount: 5, key: 'g2', reason: 'test' });
    expect(await balance(project)).toMatchObject({ available: 3, debt: 0 });
    await expectSound();
  });

  test('is repaid first by what a release, a partial capture and an expiry return', async () => {
    for (const end of ['release', 'capture', 'expire'] as const) {
      const project = await funded(10);
      await owe(project);
      if (end === 'expire') {
        world.setClock(new Date(START.getTime() + 901_000));
        await expireDue(world.ctx);
      } else {
        await settleFor(world.db, settling(project, 'held', end, end === 'capture' ? 1 : 0, 'end'));
      }
      expect(await balance(project)).toMatchObject({
        available: 0,
        reserved: 0,
        debt: end === 'capture' ? 4 : 3,
      });
      await expectSound();
    }
  });
});
