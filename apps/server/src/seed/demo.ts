import type { Role } from '@lead-credits/contract';

/** Fixed ids, version 7 in form: seeding again finds what is there. */
const id = (last: number): string => `01900000-0000-7000-8000-${String(last).padStart(12, '0')}`;

export const ACME = { id: id(101), name: 'Acme Motors' };
export const BHARAT = { id: id(102), name: 'Bharat Traders' };

export type DemoUser = 'owner' | 'admin' | 'finance' | 'operator' | 'viewer' | 'staff' | 'outsider';

type Person = {
  key: DemoUser;
  name: string;
  email: string;
  /** Easy to type, and impossible in production: there is no demo there. */
  password: string;
  member?: { organizationId: string; role: Role };
};

const acme = (role: Role): { organizationId: string; role: Role } => ({ organizationId: ACME.id, role });
const at = (key: DemoUser, name: string, domain: string, member?: Person['member']): Person => ({
  key,
  name,
  email: `${key}@${domain}`,
  password: `${key}-password`,
  ...(member ? { member } : {}),
});

export const PEOPLE: readonly Person[] = [
  at('owner', 'Asha Menon', 'acme.example', acme('owner')),
  at('admin', 'Arjun Rao', 'acme.example', acme('admin')),
  at('finance', 'Farah Khan', 'acme.example', acme('finance')),
  at('operator', 'Om Prakash', 'acme.example', acme('operator')),
  at('viewer', 'Vidya Iyer', 'acme.example', acme('viewer')),
  at('staff', 'Sunil Das', 'leadcredits.example'),
  at('outsider', 'Bharti Shah', 'bharat.example', { organizationId: BHARAT.id, role: 'owner' }),
];

const optional = (name: string, label: string, type: string) => ({ name, label, type, required: false });

export type DemoProject = {
  id: string;
  organizationId: string;
  name: string;
  grantedCredits: number;
  process: { id: string; name: string; variables: readonly unknown[] };
};

export const PROJECTS: readonly DemoProject[] = [
  {
    id: id(201),
    organizationId: ACME.id,
    name: 'Acme Outbound',
    grantedCredits: 0,
    process: {
      id: id(301),
      name: 'Testing Process',
      variables: [
        optional('city', 'City', 'text'),
        optional('loanAmount', 'Loan amount', 'amount'),
        optional('dueDate', 'Due date', 'date'),
      ],
    },
  },
  {
    id: id(202),
    organizationId: ACME.id,
    name: 'Acme Renewals',
    grantedCredits: 1_000,
    process: {
      id: id(302),
      name: 'Renewal Reminder',
      variables: [optional('renewalDate', 'Renewal date', 'date')],
    },
  },
];
