import { addPackage, type MiniPackage, type MiniWorkspace, miniWorkspace } from './mini-workspace.ts';

const pkg = (
  name: string,
  dependencies: readonly string[],
  rest: Partial<MiniPackage> = {},
): MiniPackage => ({
  folder: `packages/${name}`,
  name: `@lead-credits/${name}`,
  exports: { '.': './src/index.ts', './testing': './src/testing/index.ts' },
  dependencies,
  ...rest,
});

const app = (
  name: string,
  dependencies: readonly string[],
  rest: Partial<MiniPackage> = {},
): MiniPackage => ({
  folder: `apps/${name}`,
  name: `@lead-credits/${name}`,
  dependencies,
  ...rest,
});

const own = (...names: readonly string[]): readonly string[] => names.map((name) => `@lead-credits/${name}`);

/**
 * Every package may resolve far more than it is allowed to import: otherwise a breach would be
 * caught as unresolved and prove nothing about its rule.
 */
const packages: readonly MiniPackage[] = [
  pkg('contract', ['zod', 'hono']),
  pkg('messages', ['i18next', 'zod']),
  pkg('lead-file', ['libphonenumber-js', 'zod']),
  pkg('ui', ['react', '@tanstack/react-query', ...own('contract')]),
  pkg('razorpay', ['razorpay', 'zod', ...own('core')], {
    exports: { '.': './src/index.ts', './wire': './src/wire.ts', './signature': './src/signature.ts' },
  }),
  pkg('documents', ['react', ...own('contract', 'core')]),
  pkg('db', ['drizzle-orm', ...own('contract', 'core')]),
  pkg('core', ['zod', 'hono', ...own('contract', 'db', 'messages', 'lead-file', 'api')], {
    devDependencies: ['fast-check'],
  }),
  pkg('api', ['@trpc/server', 'hono', 'zod', ...own('contract', 'core', 'db', 'sdk')]),
  pkg('sdk', ['@trpc/client', 'zod', ...own('contract', 'api', 'server')]),
  app('server', ['hono', ...own('core', 'db', 'api', 'web', 'razorpay-sandbox')], {
    exports: { '.': './src/main.ts' },
  }),
  app('web', ['react', ...own('contract', 'messages', 'lead-file', 'ui', 'api', 'core')], {
    exports: { '.': './src/main.tsx' },
  }),
  app('razorpay-sandbox', ['hono', ...own('razorpay')], { exports: { '.': './src/main.ts' } }),
];

/** What is allowed, one import per arrow that points the right way. */
const allowed: Readonly<Record<string, string>> = {
  'packages/contract/src/index.ts': "export { amount } from './money.ts';",
  'packages/contract/src/money.ts': "import { value } from 'zod';\nexport const amount = value;",
  'packages/messages/src/index.ts': "export { value } from 'i18next';",
  'packages/lead-file/src/index.ts': "export { value } from 'libphonenumber-js';",
  'packages/ui/src/index.ts': "export { value } from 'react';",
  'packages/razorpay/src/index.ts': "export { value } from 'razorpay';\nexport { order } from './wire.ts';",
  'packages/razorpay/src/wire.ts': "import { value } from 'zod';\nexport const order = value;",
  'packages/razorpay/src/signature.ts': "import 'node:crypto';\nexport const sign = 1;",
  'packages/documents/src/index.ts': "export { amount } from '@lead-credits/contract';",
  'packages/db/src/index.ts': "export { amount } from '@lead-credits/contract';\nimport 'drizzle-orm';",
  'packages/db/src/testing/index.ts': "export { amount } from '../index.ts';",
  'packages/core/src/index.ts': "export { reserve } from './credits/index.ts';",
  'packages/core/src/context.ts': "import 'node:crypto';\nexport type { amount } from '@lead-credits/db';",
  'packages/core/src/ledger/index.ts': "import '../context.ts';\nexport { post } from './post.ts';",
  'packages/core/src/ledger/post.ts': "import '@lead-credits/db';\nexport const post = 1;",
  'packages/core/src/people/index.ts': "export { post as member } from '../ledger/index.ts';",
  'packages/core/src/credits/index.ts': "export { reserve } from './reserve.ts';",
  'packages/core/src/credits/reserve.ts':
    "export { post as reserve } from '../ledger/index.ts';\nimport '../people/index.ts';",
  'packages/core/src/credits/reserve.test.ts':
    "import 'fast-check';\nimport '@lead-credits/db/testing';\nimport '../ledger/post.ts';",
  'packages/core/src/invoices/index.ts': "import '../ledger/index.ts';\nexport const issue = 1;",
  'packages/core/src/billing/index.ts':
    "import '../credits/index.ts';\nimport '../invoices/index.ts';\nexport const settle = 1;",
  'packages/core/src/leads/index.ts': "import '../credits/index.ts';\nimport '@lead-credits/lead-file';",
  'packages/api/src/index.ts':
    "import type { Context } from 'hono';\nimport type { Db } from '@lead-credits/db';\nexport { reserve } from '@lead-credits/core';\nimport type { A } from 'node:http';",
  'packages/sdk/src/index.ts':
    "import type { AppRouter } from '@lead-credits/api';\nimport '@trpc/client';\nexport { amount } from '@lead-credits/contract';",
  'apps/server/src/main.ts':
    "import '@lead-credits/core';\nimport '@lead-credits/db';\nimport '@lead-credits/api';\nimport 'hono';",
  'apps/web/src/main.tsx':
    "import type { AppRouter } from '@lead-credits/api';\nimport '@lead-credits/ui';\nimport '@lead-credits/messages';\nimport '@lead-credits/contract';\nimport '@lead-credits/lead-file';",
  'apps/razorpay-sandbox/src/main.ts':
    "import 'hono';\nimport '@lead-credits/razorpay/wire';\nimport '@lead-credits/razorpay/signature';",
};

/** A workspace of our shape in which every arrow points the right way. */
export function cleanWorkspace(): MiniWorkspace {
  const workspace = miniWorkspace();
  workspace.write('package.json', JSON.stringify({ name: 'mini', private: true, type: 'module' }));
  for (const added of packages) addPackage(workspace, packages, added);
  for (const [path, text] of Object.entries(allowed)) workspace.write(path, `${text}\n`);
  return workspace;
}
