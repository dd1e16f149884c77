import { decodeId } from '@lead-credits/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, call, procedureTypes } from './testing/call.ts';
import { type IdRole, PROCEDURES, type Procedure } from './testing/procedures.ts';
import { callRoute, ROUTES } from './testing/routes.ts';
import { createTenancyWorld, STANDINGS, type Standing, type TenancyWorld } from './testing/standings.ts';
import { readTenantKeys } from './testing/tenant-keys.ts';
import { CANARY, strangeIds, type Tenant } from './testing/tenants.ts';
import { unboundTables } from './testing/unbound-tables.ts';

/**
 * Tenancy is proved by running every procedure of the router, and the verbs of the plain routes, as everybody, and by
 * reading the text of each statement that runs meanwhile.
 */
const entrances: Readonly<Record<string, Procedure>> = { ...PROCEDURES, ...ROUTES };
const statements = new Map<string, Set<string>>();
const answers = new Map<string, Map<Standing, Answer>>();
let tenancy: TenancyWorld;
let running: string | undefined;

function note(text: string): void {
  if (running === undefined) return;
  const seen = statements.get(running) ?? new Set();
  statements.set(running, seen.add(text.replace(/\s+/g, ' ').trim()));
}

/** Calls a procedure while its statements are noted. */
async function ask(path: string, standing: Standing, input: unknown): Promise<Answer> {
  const ctx = tenancy.as(standing);
  running = path;
  const route = ROUTES[path];
  const answer = await (route ? callRoute(route, ctx, input) : call(ctx, path, input));
  running = undefined;
  return answer;
}

beforeAll(async () => {
  tenancy = await createTenancyWorld(note);
  tenancy.world.setClock(new Date('2026-11-22T06:00:00Z'));
  for (const [path, { input }] of Object.entries(entrances)) {
    const row = new Map<Standing, Answer>();
    answers.set(path, row);
    for (const standing of STANDINGS) {
      row.set(standing, await ask(path, standing, await input(tenancy.ours)));
    }
  }
});
afterAll(() => tenancy.world.close());

describe('who may call what', () => {
  it('is told for every procedure of the router', () => {
    expect(Object.keys(PROCEDURES).sort()).toEqual([...procedureTypes().keys()].sort());
  });

  it.each(Object.entries(entrances))('%s', (path, { expected }) => {
    const row = [...(answers.get(path) ?? [])].map(([standing, { code }]) => [standing, code]);
    expect(Object.fromEntries(row)).toEqual(expected);
  });
});

/** Whether somebody reaches a tenant at all, whatever they may do there. */
function reaches(standing: Standing, tenant: Tenant, kind: IdRole['kind']): boolean {
  const { sibling, foreign } = tenancy;
  if (standing === 'anonymous') return false;
  if (standing === 'staff') return true;
  if (standing === 'outsider' || standing === 'key:foreign') return tenant === foreign;
  if (tenant === foreign) return false;
  if (standing === 'owner' || standing === 'admin' || standing === 'finance' || standing === 'viewer')
    return true;
  const isOfSibling = standing === 'elsewhere' || standing === 'key:sibling';
  return kind === 'organization' || (tenant === sibling) === isOfSibling;
}

/** The id of that kind that a tenant has. */
function idOf(tenant: Tenant, field: string): string {
  const ids = new Map<string, unknown>(Object.entries({ ...tenant, invoiceId: tenant.topUpId }));
  return String(ids.get(field));
}

/** Everything the field must not reach: ids of others, ids of nobody, and what is no id. */
function unreachable(standing: Standing, base: Tenant, field: string, { kind, is }: IdRole): string[] {
  const tenants = [tenancy.ours, tenancy.sibling, tenancy.foreign].filter((tenant) =>
    is === 'address' ? !reaches(standing, tenant, kind) : tenant !== base,
  );
  return [...tenants.map((tenant) => idOf(tenant, field)), ...strangeIds(kind)];
}

async function answersTo(
  path: string,
  standing: Standing,
  field: string,
  role: IdRole,
): Promise<Set<string>> {
  const procedure = entrances[path];
  const { ours, sibling, foreign } = tenancy;
  const base = [ours, sibling, foreign].find((tenant) => reaches(standing, tenant, 'project')) ?? foreign;
  const bodies = new Set<string>();
  for (const id of unreachable(standing, base, field, role)) {
    const input = Object.assign({}, await procedure?.input(base), { [field]: id });
    bodies.add((await ask(path, standing, input)).body);
  }
  return bodies;
}

describe('ids of others answer exactly like ids of nobody', () => {
  const fields = Object.entries(entrances).flatMap(([path, { ids }]) =>
    Object.entries(ids).map(([field, role]) => ({ path, field, role })),
  );

  it.each(fields)('$path $field', async ({ path, field, role }) => {
    const told: Record<string, string[]> = {};
    for (const standing of STANDINGS) {
      const bodies = await answersTo(path, standing, field, role);
      if (bodies.size !== 1) told[standing] = [...bodies];
    }
    expect(told).toEqual({});
  });

  it('and change nothing of theirs', async () => {
    const before = await contentsOf(tenancy.ours);
    expect(before.size).toBeGreaterThan(10);
    for (const standing of ['elsewhere', 'outsider', 'key:sibling', 'key:foreign', 'anonymous'] as const) {
      for (const { path, field, role } of fields) await answersTo(path, standing, field, role);
    }
    expect(await contentsOf(tenancy.ours)).toEqual(before);
  });
});

/** A digest of all rows of a project and its account, by table. */
async function contentsOf({ projectId }: Tenant): Promise<Map<string, string>> {
  const { keys } = await readTenantKeys(tenancy.world);
  const found = new Map<string, string>();
  for (const [table, columns] of keys) {
    const condition = columns.includes('project_id')
      ? 'project_id = $1::uuid'
      : columns.includes('account_id') &&
        'account_id = (select id from app.account where project_id = $1::uuid)';
    if (!condition) continue;
    const [row] = await tenancy.world.db.run<{ digest: string | null }>({
      name: `test-digest-${table}`,
      text: `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t where ${condition}`,
      values: [decodeId('project', projectId)],
    });
    found.set(table, row?.digest ?? 'empty');
  }
  return found;
}

describe('phones', () => {
  const FULL = ['owner', 'admin', 'operator', 'key:leads'] as const;
  const NONE = ['finance', 'viewer'] as const;

  function dataOf(path: string, standing: Standing): Record<string, unknown> {
    return Object.assign({}, answers.get(path)?.get(standing)?.data);
  }

  it.each(FULL)('are shown in full to %s', (standing) => {
    const list = JSON.stringify(dataOf('leads.list', standing));
    for (const secret of [CANARY.phone, CANARY.email, CANARY.metadata]) expect(list).toContain(secret);
    expect(dataOf('leads.import', standing)).toMatchObject({
      rows: [{ cells: ['Bina', CANARY.failedCell, '', ''] }],
    });
  });

  it('are masked for staff, enough to tell two apart', () => {
    expect(dataOf('leads.list', 'staff')).toMatchObject({
      items: [{ name: 'Asha', phone: '+9198••••••33', email: null, metadata: {} }],
    });
    expect(dataOf('leads.import', 'staff')).toMatchObject({ rows: [{ cells: null }] });
  });

  it.each(NONE)('are absent for %s', (standing) => {
    expect(dataOf('leads.list', standing)).toMatchObject({
      items: [{ name: 'Asha', phone: null, email: null, metadata: {} }],
    });
    expect(dataOf('leads.import', standing)).toMatchObject({ rows: [{ cells: null }] });
  });

  it('come with no answer of any procedure to anybody else', () => {
    const may = new Set<Standing>(FULL);
    const leaks = [...answers].flatMap(([path, row]) =>
      [...row]
        .filter(([standing]) => !may.has(standing))
        .flatMap(([standing, { body }]) =>
          Object.entries(CANARY)
            .filter(([, secret]) => body.includes(secret.replace('+91', '')))
            .map(([kind]) => `${path} tells ${standing} the ${kind}`),
        ),
    );
    expect(leaks).toEqual([]);
  });

  it('cannot be searched for by somebody who may not see them', async () => {
    const found: Record<string, number> = {};
    for (const standing of [...FULL, ...NONE, 'staff'] as const) {
      const { projectId } = tenancy.ours;
      const { data } = await ask('leads.list', standing, { projectId, search: CANARY.phone });
      const { items }: { items: unknown[] } = Object.assign({ items: [] }, data);
      found[standing] = items.length;
    }
    expect(found).toEqual({
      owner: 1,
      admin: 1,
      operator: 1,
      'key:leads': 1,
      finance: 0,
      viewer: 0,
      staff: 0,
    });
  });
});

/** Statements that touch a tenant's table without naming the tenant, each with the reason why that is right. */
const ALLOWED: Readonly<Record<string, string>> = {
  'select s.id as seller_id, s.name, s.state_code, s.gstin, l.unit_price_paise, l.price_includes_tax, l.tax_rate_bp from app.price_list l join app.seller s on s.id = l.seller_id where (l.project_id = $1::uuid or l.project_id is null) and l.valid_from <= $2::timestamptz order by l.project_id nulls last, l.valid_from desc limit 1':
    'a price list without a project is the general one',
  'select project_id from app.import where id = $1::uuid':
    'an import is addressed by itself alone; authorize asks about the project it is found in',
  'select project_id from app.process where id = $1::uuid': 'so is the template of a process',
  "select t.project_id, d.id as document_id from app.top_up t left join app.document d on d.top_up_id = t.id and d.kind <> 'credit_note' and d.version = 1 where t.id = $1::uuid":
    'so is the PDF of a bill',
  'insert into app.document_file (document_id, pdf, sha256, rendered_at) values ($1::uuid, $2::bytea, $3, $4::timestamptz) on conflict (document_id) do nothing':
    'the PDF of a document that was read with its project right before',
  "update app.import i set attempt = i.attempt + 1, lease_until = $3::timestamptz, rows_read = 0 from app.account a where i.id = $1::uuid and a.project_id = i.project_id and i.status = 'processing' and (i.lease_until is null or i.lease_until < $2::timestamptz) returning i.id, i.project_id, i.process_id, a.id as account_id, i.spool_id, i.rows, i.starts_at, i.attempt":
    'a worker takes the import its job names; nobody from outside reaches it',
};

describe('every statement on a table of a tenant names the tenant', () => {
  it('and every table is known as a tenant’s or the installation’s', async () => {
    expect((await readTenantKeys(tenancy.world)).unknown).toEqual([]);
  });

  it.each(Object.keys(entrances))('in %s', async (path) => {
    const { keys } = await readTenantKeys(tenancy.world);
    const texts = [...(statements.get(path) ?? [])];
    expect(texts).not.toEqual([]);
    const unbound = texts
      .filter((text) => !(text in ALLOWED))
      .map((text) => ({ text, tables: unboundTables(text, keys) }));
    expect(unbound.filter(({ tables }) => tables.length > 0)).toEqual([]);
  });

  it('and the exceptions are still needed', () => {
    const seen = new Set([...statements.values()].flatMap((texts) => [...texts]));
    expect(Object.keys(ALLOWED).filter((text) => !seen.has(text))).toEqual([]);
  });
});
