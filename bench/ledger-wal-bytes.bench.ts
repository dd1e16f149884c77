import type postgres from 'postgres';
import { createBareUpdate } from './bare-update.ts';
import type { Figures } from './compare.ts';
import { reserveOne } from './ledger-statements.ts';
import type { Place } from './place.ts';
import { anyOf, createCtx, createProjects } from './world.ts';

const OPERATIONS = 2_000;

/**
 * Bytes of write-ahead log a reserve (random UUID as key, expiring), against those of a bare guarded UPDATE. Needs no
 * clock: the same on every machine.
 * Images of whole pages are off while it runs, for they depend on when the last checkpoint was.
 */
export async function run(place: Place): Promise<Figures> {
  const { db, owner } = place;
  const { update } = await createBareUpdate(place, 1);
  const { accountId } = anyOf(await createProjects(createCtx(db, place.folder), 1));
  let orders = 10_000_000;
  const under = (asked: () => Parameters<typeof reserveOne>[1]) => (): Promise<unknown> =>
    db.run(reserveOne(accountId, asked()).statement);
  function nextOrder(): string {
    orders += 1;
    return String(orders);
  }
  await setQuiet(owner, true);
  try {
    const floor = await bytesOf(owner, update);
    const value = await bytesOf(
      owner,
      under(() => ({})),
    );
    const ordered = await bytesOf(
      owner,
      under(() => ({ key: nextOrder() })),
    );
    const lasting = await bytesOf(
      owner,
      under(() => ({ key: nextOrder(), expires: false })),
    );
    const note = `under ascending keys of 8 characters ${ordered.toFixed(0)}, without expiry ${lasting.toFixed(0)}`;
    return { value, floor, unit: 'bytes', note };
  } finally {
    await setQuiet(owner, false);
  }
}

async function setQuiet(owner: postgres.Sql, isQuiet: boolean): Promise<void> {
  for (const name of ['full_page_writes', 'autovacuum']) {
    await owner.unsafe(`alter system ${isQuiet ? `set ${name} = off` : `reset ${name}`}`);
  }
  await owner`select pg_reload_conf(), pg_sleep(0.5)`;
}

/** Once to fill the pages that it will write to, once to measure. */
async function bytesOf(owner: postgres.Sql, op: () => Promise<unknown>): Promise<number> {
  for (let done = 0; done < OPERATIONS; done += 1) await op();
  const before = await position(owner);
  for (let done = 0; done < OPERATIONS; done += 1) await op();
  return ((await position(owner)) - before) / OPERATIONS;
}

async function position(owner: postgres.Sql): Promise<number> {
  const [row] = await owner<{ bytes: string }[]>`
    select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`;
  return Number(row?.bytes);
}
