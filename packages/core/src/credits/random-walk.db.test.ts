import { verifyInvariants } from '@lead-credits/db';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { LedgerModel } from '../ledger/model.ts';
import { createWorld, type TestProject, type TestWorld } from '../testing/index.ts';
import { expireDue } from './expire-due.ts';
import { grant } from './grant.ts';
import { reserveFor } from './reserve-for.ts';
import { settleFor } from './settle-for.ts';

/**
 * A random walk over the ledger's verbs on real Postgres beside a forty-line model: after each step the tallies are
 * equal and every invariant holds. SEED=… replays a walk, STEPS=… makes it longer.
 */
const STEPS = Number(process.env.STEPS ?? 1_000);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const START = Date.UTC(2026, 10, 22, 6);

let world: TestWorld;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** mulberry32: small, seeded, good enough to pick steps. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

class Walk {
  readonly model = new LedgerModel();
  private nowMs = START;
  private keys = 0;

  private readonly project: TestProject;
  private readonly pick: (below: number) => number;

  constructor(project: TestProject, pick: (below: number) => number) {
    this.project = project;
    this.pick = pick;
  }

  async step(): Promise<string> {
    this.nowMs += this.pick(40_000);
    world.setClock(new Date(this.nowMs));
    const kinds = [
      this.issue,
      this.reserve,
      this.reserve,
      this.settle,
      this.settle,
      this.replay,
      this.expire,
    ];
    const kind = kinds[this.pick(kinds.length)] ?? this.expire;
    return kind.call(this);
  }

  private async issue(): Promise<string> {
    const key = `g${this.pick(400)}`;
    const amount = this.model.issuedKeys.get(key) ?? 1 + this.pick(50);
    await grant(world.ctx, { projectId: this.project.projectId, amount, key, reason: 'walk' });
    this.model.issue(key, amount);
    return `issue ${key} ${amount}`;
  }

  private async reserve(): Promise<string> {
    this.keys += 1;
    const key = `r${this.keys}`;
    const amount = 1 + this.pick(30);
    const lastsSeconds = 1 + this.pick(600);
    const { accountId } = this.project;
    const answer = await reserveFor(world.ctx, { accountId, purpose: 'api', key, amount, lastsSeconds });
    expect(answer.ok).toBe(this.model.reserve(key, amount, this.nowMs + lastsSeconds * 1000));
    return `reserve ${key} ${amount}`;
  }

  private async settle(): Promise<string> {
    const key = `r${1 + this.pick(Math.max(1, this.keys))}`;
    const held = this.model.reservations.get(key);
    if (!held) return 'settle nothing';
    const amount = this.pick(held.amount + 1);
    const verb = amount > 0 ? 'capture' : 'release';
    const expected = this.model.settle(key, amount, this.nowMs);
    this.keys += 1;
    const done = await settleFor(world.db, {
      accountId: this.project.accountId,
      key: `api:${key}`,
      amount,
      verb,
      settleKey: `s${this.keys}`,
      now: new Date(this.nowMs),
      actor: 'system:walk',
    }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof DomainError && error.code === 'RESERVATION_NOT_OPEN') return false;
        throw error;
      },
    );
    expect(done).toBe(expected);
    return `${verb} ${key} ${amount}`;
  }

  /** The same key again must change nothing, whatever became of the reservation. */
  private async replay(): Promise<string> {
    const key = `r${1 + this.pick(Math.max(1, this.keys))}`;
    const held = this.model.reservations.get(key);
    if (!held) return 'replay nothing';
    const request = {
      accountId: this.project.accountId,
      purpose: 'api' as const,
      key,
      amount: held.amount + 1,
    };
    await expect(reserveFor(world.ctx, request)).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    return `replay ${key}`;
  }

  private async expire(): Promise<string> {
    const { reservations } = await expireDue(world.ctx);
    expect(reservations).toBe(this.model.expire(this.nowMs));
    return `expire ${reservations}`;
  }
}

test(`walks ${STEPS} steps beside the model (SEED=${SEED})`, async () => {
  const project = await world.project();
  const walk = new Walk(project, generator(SEED));
  for (let step = 1; step <= STEPS; step += 1) {
    const what = await walk.step();
    const [row] = await world.db.run<Record<string, number>>({
      name: 'walk-balance',
      text: 'select available, reserved, consumed, issued from app.account where id = $1::uuid',
      values: [project.accountId],
    });
    const { available, reserved, consumed, issued } = walk.model;
    expect(row, `SEED=${SEED} step ${step}: ${what}`).toEqual({ available, reserved, consumed, issued });
    const broken = (await verifyInvariants(world.db)).filter(({ violations }) => violations !== 0);
    expect(broken, `SEED=${SEED} step ${step}: ${what}`).toEqual([]);
  }
}, 240_000);
