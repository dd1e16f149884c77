import type { TestWorld } from '@lead-credits/core/testing';
import type { TenantKeys } from './unbound-tables.ts';

/** Columns that name a tenant in whatever table they stand. */
const TENANT_COLUMNS = new Set(['project_id', 'account_id', 'organization_id']);

/** Keys that no column name gives away. Empty: reached only through the row it belongs to. */
const OWN_KEYS: Readonly<Record<string, readonly string[]>> = {
  account: ['id'],
  document_delivery: [],
  document_file: [],
  // One's own memberships: the user is the actor.
  member: ['user_id'],
  organization: ['id'],
  payment: [],
  project: ['id'],
};

/** Tables that belong to the installation and not to a tenant, with the reason. */
const INSTALLATION: Readonly<Record<string, string>> = {
  quarantine: 'money that fits no bill; staff only',
  seller: 'who sells is the same for everybody',
  series: 'document numbers of a seller',
  setup_link: 'makes the first staff account',
  staff: 'who runs the installation',
  webhook_event: 'the mail of Razorpay, before anybody knows whose it is',
};

/** The tenant's columns of each table as the migrated database has them, and the tables that are in neither list. */
export async function readTenantKeys(world: TestWorld): Promise<{ keys: TenantKeys; unknown: string[] }> {
  const columns = await world.db.run<{ table_name: string; column_name: string }>({
    name: 'test-columns',
    text: `select table_name, column_name from information_schema.columns where table_schema = 'app' order by 1, 2`,
    values: [],
  });
  const keys = new Map<string, string[]>();
  const unknown = new Set<string>();
  for (const { table_name: table, column_name: column } of columns) {
    const own = keys.get(`app.${table}`) ?? [...(OWN_KEYS[table] ?? [])];
    if (TENANT_COLUMNS.has(column)) own.push(column);
    if (own.length > 0 || table in OWN_KEYS) keys.set(`app.${table}`, own);
    else if (!(table in INSTALLATION)) unknown.add(table);
  }
  return { keys, unknown: [...unknown].filter((table) => !keys.has(`app.${table}`)) };
}
