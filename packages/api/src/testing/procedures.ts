import { decodeId, encodeId, type IdKind } from '@lead-credits/contract';
import { billing } from '@lead-credits/core';
import { STANDINGS, type Standing } from './standings.ts';
import { openReservation, type Tenant } from './tenants.ts';

export type Code = 'OK' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/**
 * `address`: the id alone says which tenant is meant. `inside`: it names something inside a project that the input
 * names too, so that even somebody who reaches both projects must not reach it through the wrong one.
 */
export type IdRole = { kind: IdKind | 'reservation'; is: 'address' | 'inside' };

export type Procedure = {
  expected: Readonly<Record<Standing, Code>>;
  /** A fresh input that succeeds for whoever may. */
  input(tenant: Tenant): Promise<unknown>;
  /** The ids in it, by field. */
  ids: Readonly<Record<string, IdRole>>;
};

const CODES: Readonly<Record<string, Code>> = {
  ok: 'OK',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  401: 'UNAUTHENTICATED',
};

/** A row of the table: a word for each standing, in the order of STANDINGS. */
function expectedOf(line: string): Record<Standing, Code> {
  const words = line.trim().split(/\s+/);
  const codeOf = (standing: Standing): Code => {
    const code = CODES[words[STANDINGS.indexOf(standing)] ?? ''];
    if (!code || words.length !== STANDINGS.length) throw new Error(`not a row of the table: ${line}`);
    return code;
  };
  const row = Object.fromEntries(STANDINGS.map((standing) => [standing, codeOf(standing)]));
  if (!isRow(row)) throw new Error(`not a whole row: ${line}`);
  return row;
}

function isRow(row: Record<string, Code>): row is Record<Standing, Code> {
  return STANDINGS.every((standing) => standing in row);
}

/** Who may do what: the product's table (docs/glossary.md has the words), one line for each right. */
export const MAY = {
  //                        owner adm fin opr else view stf  out  k:cr k:bi k:le k:si k:fo anon
  readCredits: expectedOf(' ok    ok  ok  ok  404  ok   ok   404  ok   403  403  404  404  401'),
  spendCredits: expectedOf('ok    ok  403 403 404  403  403  404  ok   403  403  404  404  401'),
  readBilling: expectedOf(' ok    ok  ok  403 404  403  ok   404  403  ok   403  404  404  401'),
  pay: expectedOf('         ok    ok  ok  403 404  403  403  404  403  403  403  404  404  401'),
  readLeads: expectedOf('   ok    ok  ok  ok  404  ok   ok   404  403  403  ok   404  404  401'),
  writeLeads: expectedOf('  ok    ok  403 ok  404  403  403  404  403  403  ok   404  404  401'),
  seePhones: expectedOf('   ok    ok  403 ok  404  403  403  404  403  403  ok   404  404  401'),
  readKeys: expectedOf('    ok    ok  403 403 404  403  ok   404  403  403  403  404  404  401'),
  manage: expectedOf('      ok    ok  403 403 404  403  403  404  403  403  403  404  404  401'),
  // A key belongs to a project: of organisations and people it knows nothing, whatever the id.
  readSelf: expectedOf('    ok    ok  ok  ok  ok   ok   ok   ok   403  403  403  403  403  401'),
  readOrg: expectedOf('     ok    ok  ok  ok  ok   ok   ok   404  403  403  403  403  403  401'),
  readMembers: expectedOf(' ok    ok  403 403 403  403  ok   404  403  403  403  403  403  401'),
} as const;

const project = { projectId: { kind: 'project', is: 'address' } } as const;
const organization = { organizationId: { kind: 'organization', is: 'address' } } as const;
const bill = { ...project, topUpId: { kind: 'topUp', is: 'inside' } } as const;
const reservation = { reservationId: { kind: 'reservation', is: 'address' } } as const;

const byProject = async ({ projectId }: Tenant) => ({ projectId });
const byOrganization = async ({ organizationId }: Tenant) => ({ organizationId });
const byBill = async ({ projectId, topUpId }: Tenant) => ({ projectId, topUpId });
const freshKey = (): string => crypto.randomUUID();

function projectOf({ projectId }: Tenant): string {
  return decodeId('project', projectId);
}

async function freshReservation(tenant: Tenant): Promise<{ reservationId: string; key: string }> {
  return { reservationId: await openReservation(tenant.owner, projectOf(tenant)), key: freshKey() };
}

async function openBill(tenant: Tenant): Promise<{ projectId: string; topUpId: string }> {
  const asked = { projectId: projectOf(tenant), units: 5, key: freshKey() };
  const { topUpId } = await billing.createTopUp(tenant.owner, asked);
  return { projectId: tenant.projectId, topUpId: encodeId('topUp', topUpId) };
}

const profile = {
  accountName: 'Acme',
  contactName: 'Asha',
  phone: '98111 11111',
  addressLine1: '12 MG Road',
  city: 'Bengaluru',
  stateCode: '29',
  pincode: '560001',
  recipientEmails: ['accounts@acme.example'],
};

const lead = { name: 'Dev', referenceId: 'dev', email: 'dev@example.in' };

/** Every procedure of the router; one that is missing here fails the test. */
export const PROCEDURES: Readonly<Record<string, Procedure>> = {
  'credits.overview': { expected: MAY.readCredits, ids: project, input: byProject },
  'credits.onChange': { expected: MAY.readCredits, ids: project, input: byProject },
  'credits.statement': { expected: MAY.readBilling, ids: project, input: byProject },
  'credits.reserve': {
    expected: MAY.spendCredits,
    ids: project,
    input: async ({ projectId }) => ({ projectId, amount: 1, key: freshKey() }),
  },
  'credits.capture': {
    expected: MAY.spendCredits,
    ids: reservation,
    input: async (tenant) => ({ ...(await freshReservation(tenant)), amount: 1 }),
  },
  'credits.release': { expected: MAY.spendCredits, ids: reservation, input: freshReservation },
  'billing.profile': { expected: MAY.readBilling, ids: project, input: byProject },
  'billing.saveProfile': {
    expected: MAY.pay,
    ids: project,
    input: async ({ projectId }) => ({ projectId, ...profile }),
  },
  'billing.quote': {
    expected: MAY.readBilling,
    ids: project,
    input: async ({ projectId }) => ({ projectId, units: 5 }),
  },
  'billing.createTopUp': {
    expected: MAY.pay,
    ids: project,
    input: async ({ projectId }) => ({ projectId, units: 5, key: freshKey() }),
  },
  'billing.topUp': { expected: MAY.readBilling, ids: bill, input: byBill },
  'billing.openTopUps': { expected: MAY.readBilling, ids: project, input: byProject },
  'billing.confirmTopUp': {
    expected: MAY.pay,
    ids: bill,
    input: async (tenant) => ({ ...(await openBill(tenant)), paymentId: 'pay_1', signature: 'signed' }),
  },
  'billing.discardTopUp': { expected: MAY.pay, ids: bill, input: openBill },
  'invoices.list': { expected: MAY.readBilling, ids: project, input: byProject },
  'invoices.get': {
    expected: MAY.readBilling,
    ids: { ...project, invoiceId: { kind: 'topUp', is: 'inside' } },
    input: async ({ projectId, topUpId }) => ({ projectId, invoiceId: topUpId }),
  },
  'leads.processes': { expected: MAY.readLeads, ids: project, input: byProject },
  'leads.list': {
    expected: MAY.readLeads,
    ids: {
      ...project,
      processId: { kind: 'process', is: 'inside' },
      importId: { kind: 'import', is: 'inside' },
    },
    input: async ({ projectId, processId, importId }) => ({ projectId, processId, importId }),
  },
  'leads.imports': { expected: MAY.readLeads, ids: project, input: byProject },
  'leads.import': {
    expected: MAY.readLeads,
    ids: { importId: { kind: 'import', is: 'address' } },
    input: async ({ importId }) => ({ importId }),
  },
  'leads.create': {
    expected: MAY.writeLeads,
    ids: { ...project, processId: { kind: 'process', is: 'inside' } },
    input: async ({ projectId, processId }) => ({ projectId, processId, lead, key: freshKey() }),
  },
  'leads.initialize': {
    expected: MAY.writeLeads,
    ids: { ...project, importId: { kind: 'import', is: 'inside' } },
    input: async ({ projectId, importId }) => ({ projectId, importId }),
  },
  'people.me': { expected: MAY.readSelf, ids: {}, input: async () => undefined },
  'people.updateName': { expected: MAY.readSelf, ids: {}, input: async () => ({ name: 'Somebody' }) },
  'people.organization': { expected: MAY.readOrg, ids: organization, input: byOrganization },
  'people.members': { expected: MAY.readMembers, ids: organization, input: byOrganization },
  'people.renameProject': {
    expected: MAY.manage,
    ids: project,
    input: async ({ projectId }) => ({ projectId, name: freshKey() }),
  },
  'people.setThreshold': {
    expected: MAY.manage,
    ids: project,
    input: async ({ projectId }) => ({ projectId, lowThreshold: Date.now() % 1_000_000 }),
  },
  'people.apiKeys': { expected: MAY.readKeys, ids: project, input: byProject },
  'people.createApiKey': {
    expected: MAY.manage,
    ids: project,
    input: async ({ projectId }) => ({ projectId, name: 'Key', scopes: ['leads'] }),
  },
  'people.revokeApiKey': {
    expected: MAY.manage,
    ids: { ...project, apiKeyId: { kind: 'apiKey', is: 'inside' } },
    input: async ({ projectId, apiKeyId }) => ({ projectId, apiKeyId }),
  },
};
