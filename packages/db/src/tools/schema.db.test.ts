import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../client.ts';
import { createTestDatabase } from '../testing/index.ts';
import { dumpSchema } from './dump.ts';

let db: Database;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await createTestDatabase();
  drop = made.drop;
  db = openDatabase({ url: made.url, max: 2, maxCopy: 1 });
});
afterAll(async () => {
  await db.close();
  await drop();
});

test('schema.sql is the schema that the migrations make (pnpm db:schema writes it)', async () => {
  const file = fileURLToPath(new URL('../../schema.sql', import.meta.url));
  expect(await readFile(file, 'utf8')).toBe(await dumpSchema(db));
});

test('the money path has no trigger, sequence or foreign key from lead, and the tenant leads its keys', async () => {
  const [found] = await db.run<Record<string, number>>({
    name: 'schema-lint',
    text: `select
      (select count(*)::int from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'app' and not t.tgisinternal) as triggers,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'app' and c.relkind = 'S') as sequences,
      (select count(*)::int from pg_constraint where conrelid = 'app.lead'::regclass and contype = 'f') as lead_keys,
      (select count(*)::int from pg_constraint k where k.contype = 'p'
        and k.conrelid = any(array['app.entry','app.reservation','app.lot','app.burn']::regclass[])
        and (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) <> 'account_id') as untenanted,
      (select count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'app' and c.relrowsecurity) as row_security`,
    values: [],
  });
  expect(found).toEqual({ triggers: 0, sequences: 0, lead_keys: 0, untenanted: 0, row_security: 0 });
});
