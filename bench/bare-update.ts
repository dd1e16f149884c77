import { randomUUID } from 'node:crypto';
import type { Statement } from '@lead-credits/db';
import type { Place } from './place.ts';

/** The least a ledger can do: take credits off a balance if they are there. No entry, no key, no reservation. */
export type BareUpdate = { statement(): Statement<never>; update(): Promise<void> };

/** The floor of the ledger: one guarded UPDATE on a table of two columns, through the same driver, spread over rows. */
export async function createBareUpdate({ db, owner }: Place, accounts: number): Promise<BareUpdate> {
  const ids = Array.from({ length: accounts }, () => randomUUID());
  await owner.unsafe(`
    create schema bench;
    create table bench.account (id uuid primary key, available bigint not null check (available >= 0))
      with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0.01);
    grant usage on schema bench to app;
    grant select, update on bench.account to app`);
  await owner`insert into bench.account select id, 1000000000 from unnest(${ids}::uuid[]) id`;
  const statement = (): Statement<never> => ({
    name: 'bench-bare-update',
    text: `update bench.account set available = available - $2::bigint
      where id = $1::uuid and available >= $2::bigint`,
    values: [ids[Math.floor(Math.random() * ids.length)] ?? '', 1],
  });
  return {
    statement,
    update: async () => {
      await db.run(statement());
    },
  };
}
