import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { repositoryRoot } from '../process/run.ts';
import { cleanWorkspace } from './arrow-fixture.ts';
import { type Cruise, cruise, findArrows } from './arrows.ts';

/** One breach per rule (more where a rule has several halves): the file, and the import that must not be there. */
const breaches: readonly (readonly [rule: string, file: string, code: string])[] = [
  ['contract-only-zod', 'packages/contract/src/planted.ts', "import 'hono';"],
  ['contract-only-zod', 'packages/contract/src/planted-node.ts', "import 'node:fs';"],
  ['messages-only-i18next', 'packages/messages/src/planted.ts', "import 'zod';"],
  ['lead-file-only-phone-numbers', 'packages/lead-file/src/planted.ts', "import 'zod';"],
  ['ui-knows-no-product', 'packages/ui/src/planted.ts', "import '@lead-credits/contract';"],
  ['ui-knows-no-product', 'packages/ui/src/planted-query.tsx', "import '@tanstack/react-query';"],
  ['razorpay-knows-no-product', 'packages/razorpay/src/planted.ts', "import '@lead-credits/core';"],
  [
    'documents-below-core',
    'packages/documents/src/planted.ts',
    "import type { A } from '@lead-credits/core';",
  ],
  ['db-never-up', 'packages/db/src/planted.ts', "import type { A } from '@lead-credits/core';"],
  ['core-no-transport', 'packages/core/src/credits/planted.ts', "import type { A } from 'hono';"],
  ['core-never-up', 'packages/core/src/credits/planted-up.ts', "import type { A } from '@lead-credits/api';"],
  ['core-ledger-is-lowest', 'packages/core/src/ledger/planted.ts', "import '../people/index.ts';"],
  ['core-people-below-the-rest', 'packages/core/src/people/planted.ts', "import '../billing/index.ts';"],
  [
    'core-credits-below-billing-and-leads',
    'packages/core/src/credits/planted-leads.ts',
    "import '../leads/index.ts';",
  ],
  ['core-invoices-below-billing', 'packages/core/src/invoices/planted.ts', "import '../billing/index.ts';"],
  ['core-billing-never-leads', 'packages/core/src/billing/planted.ts', "import '../leads/index.ts';"],
  ['core-leads-never-billing', 'packages/core/src/leads/planted.ts', "import '../billing/index.ts';"],
  [
    'core-capability-through-its-index',
    'packages/core/src/leads/planted-deep.ts',
    "import '../credits/reserve.ts';",
  ],
  ['core-root-below-capabilities', 'packages/core/src/access.ts', "import './people/index.ts';"],
  ['api-no-http', 'packages/api/src/planted.ts', "import 'hono';"],
  ['api-no-node-modules', 'packages/api/src/planted-node.ts', "import 'node:fs';"],
  ['api-no-database', 'packages/api/src/planted-db.ts', "import '@lead-credits/db';"],
  ['api-never-up', 'packages/api/src/planted-up.ts', "import type { A } from '@lead-credits/sdk';"],
  ['packages-never-apps', 'packages/sdk/src/planted.ts', "import type { A } from '@lead-credits/server';"],
  ['apps-never-each-other', 'apps/server/src/planted.ts', "import '@lead-credits/web';"],
  ['web-only-its-packages', 'apps/web/src/planted.ts', "import type { A } from '@lead-credits/core';"],
  ['web-api-types-only', 'apps/web/src/planted-api.ts', "import '@lead-credits/api';"],
  ['web-no-node-modules', 'apps/web/src/planted-node.ts', "import 'node:path';"],
  ['sdk-runs-on-trpc-client-and-contract', 'packages/sdk/src/planted-api.ts', "import '@lead-credits/api';"],
  ['sdk-runs-on-trpc-client-and-contract', 'packages/sdk/src/planted-zod.ts', "import 'zod';"],
  [
    'sandbox-only-wire-and-signature',
    'apps/razorpay-sandbox/src/planted.ts',
    "import '@lead-credits/razorpay';",
  ],
  [
    'no-deep-import',
    'apps/server/src/planted-deep.ts',
    "import '../../../packages/core/src/credits/reserve.ts';",
  ],
  ['testing-only-from-tests', 'apps/server/src/planted-testing.ts', "import '@lead-credits/db/testing';"],
  ['no-circular', 'apps/server/src/planted-cycle.ts', "import './supporting-cycle.ts';"],
  ['no-dev-dependency', 'packages/core/src/credits/planted-dev.ts', "import 'fast-check';"],
  ['no-undeclared-dependency', 'apps/server/src/planted-undeclared.ts', "import 'undeclared';"],
  [
    'no-unresolved',
    'apps/server/src/planted-unresolved.ts',
    "import '@lead-credits/core/src/credits/reserve.ts';",
  ],
  ['no-orphan', 'packages/core/src/credits/planted-orphan.ts', 'export const nobody = 1;'],
];

/** What a breach needs beside its own file: the way back of the cycle, a package that no manifest names. */
const supporting: Readonly<Record<string, string>> = {
  'apps/server/src/supporting-cycle.ts': "import './planted-cycle.ts';",
  'apps/server/node_modules/undeclared/package.json': '{"name":"undeclared","version":"1.0.0"}',
  'apps/server/node_modules/undeclared/index.js': '',
};

const workspace = cleanWorkspace();
let clean: Cruise;
let planted: Cruise;

beforeAll(async () => {
  clean = await cruise(workspace.root);
  for (const [file, text] of Object.entries(supporting)) workspace.write(file, text);
  for (const [, file, code] of breaches) workspace.write(file, `${code}\n`);
  planted = await cruise(workspace.root);
}, 60_000);

afterAll(() => workspace.remove());

/** The names of the rules, from the configuration itself. */
function ruleNames(): readonly string[] {
  const config: { readonly forbidden: readonly { readonly name: string }[] } = createRequire(import.meta.url)(
    join(repositoryRoot, '.dependency-cruiser.cjs'),
  );
  return config.forbidden.map(({ name }) => name);
}

describe('the arrows', () => {
  it('pass a workspace in which every import points the right way', () => {
    expect(clean.breaches).toEqual([]);
    expect(clean.modules).toBeGreaterThan(25);
  });

  it.each(breaches)('%s catches %s', (rule, file) => {
    const caught = planted.breaches.filter(({ from }) => from === file).map((breach) => breach.rule);
    expect([...new Set(caught)]).toEqual([rule]);
  });

  it('catch nothing but what was planted', () => {
    const files = new Set(breaches.map(([, file]) => file));
    expect(planted.breaches.filter(({ from }) => !files.has(from))).toEqual([]);
  });

  it('are not believed when hardly a module was read', async () => {
    const lone = cleanWorkspace();
    onTestFinished(lone.remove);
    const findings = await findArrows(lone.root);
    expect(findings).toEqual([expect.stringMatching(/^only \d+ modules were read/)]);
  });

  it('have each rule tried by a breach', () => {
    expect([...new Set(breaches.map(([rule]) => rule))].sort()).toEqual([...ruleNames()].sort());
  });
});
