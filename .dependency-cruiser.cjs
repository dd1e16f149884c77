'use strict';

/**
 * The arrows of the house: one named rule per arrow, run by `pnpm check` (tooling/check) and each
 * proved to bite by tooling/check/arrows.test.ts, which plants one breach per rule.
 *
 * How dependency-cruiser sees our imports (measured with 18.7.2 on this layout):
 *  - `@lead-credits/core` resolves through the exports map to `packages/core/src/index.ts`, type "undetermined";
 *    a path outside the map does not resolve at all, so only a relative import can reach inside another package;
 *  - a relative import has type "local", a Node module "core", `import type` adds "type-only";
 *  - an npm package resolves below `node_modules/.pnpm/<name>@<version>/node_modules/<name>/`.
 */

/** Files that may reach for test tools and testing entries; no product code imports them. */
const TESTS = ['\\.(test|bench|e2e)\\.tsx?$', '/(testing|test|fixtures)/', '\\.config\\.ts$'];

/** An npm package, resolved in node_modules or (where it is not installed) left as its bare name. */
const npm = (...names) => names.flatMap((name) => [`(^|/)node_modules/${name}(/|$)`, `^${name}(/|$)`]);

/** The sources of workspace packages. */
const workspace = (...names) => names.map((name) => `^packages/${name}/`);

const src = (name) => `^packages/${name}/src/`;
const capability = (name) => `^packages/core/src/${name}/`;
const capabilities = (...names) => names.map(capability);
const CAPABILITIES = '(?:ledger|people|credits|billing|invoices|leads)';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Code of one place, its tests left out. */
const code = (...path) => ({ path, pathNot: TESTS });

/** Anything but the listed places. */
const outside = (...pathNot) => ({ path: '.', pathNot });

/** At run time only: `import type` disappears before Node sees it. */
const atRunTime = (to) => ({ ...to, dependencyTypesNot: ['type-only'] });

const NODE_MODULES_OF_THE_PLATFORM = { dependencyTypes: ['core'] };

const leaves = [
  forbid(
    'contract-only-zod',
    'The contract is read by browser, server and SDK: zod and nothing else.',
    code(src('contract')),
    outside(...workspace('contract'), ...npm('zod')),
  ),
  forbid(
    'messages-only-i18next',
    'The words know no product code.',
    code(src('messages')),
    outside(...workspace('messages'), ...npm('i18next')),
  ),
  forbid(
    'lead-file-only-phone-numbers',
    'Reading lead files is pure code that the browser and core share.',
    code(src('lead-file')),
    outside(...workspace('lead-file'), ...npm('libphonenumber-js')),
  ),
  forbid(
    'ui-knows-no-product',
    'Primitives know neither router, query, tRPC, contract nor messages.',
    code(src('ui')),
    {
      path: [
        '^packages/(?!ui/)',
        ...npm('@tanstack', '@trpc', 'react-router', 'i18next', 'react-i18next', 'better-auth', 'zod'),
      ],
    },
  ),
  forbid(
    'razorpay-knows-no-product',
    "Razorpay's wire format, client and signature know nothing of credits.",
    code(src('razorpay')),
    { path: '^packages/(?!(?:razorpay|contract)/)' },
  ),
  forbid('documents-below-core', 'PDFs and mails are drawn from plain values.', code(src('documents')), {
    path: '^packages/(?!(?:documents|contract|messages)/)',
  }),
];

const layers = [
  forbid('db-never-up', 'The database package knows no capability and no entrance.', code(src('db')), {
    path: '^packages/(?!(?:db|contract)/)',
  }),
  forbid(
    'core-no-transport',
    'Core is driven through ports: no HTTP, tRPC, React, payment SDK, mail or queue library.',
    code(src('core')),
    {
      path: npm(
        '@trpc',
        'hono',
        '@hono',
        'react',
        'react-dom',
        'razorpay',
        'resend',
        'nodemailer',
        'pg-boss',
        'better-auth',
      ),
    },
  ),
  forbid('core-never-up', 'Core knows no entrance and no adapter.', code(src('core')), {
    path: '^packages/(?!(?:core|db|contract|messages|lead-file)/)',
  }),
  forbid(
    'api-no-http',
    'Routers know procedures, not requests: hono only as types.',
    code(src('api')),
    atRunTime({ path: npm('hono', '@hono') }),
  ),
  forbid(
    'api-no-node-modules',
    'Routers run wherever tRPC runs: Node modules only as types.',
    code(src('api')),
    atRunTime(NODE_MODULES_OF_THE_PLATFORM),
  ),
  forbid(
    'api-no-database',
    'A procedure calls a verb of core; it never reads the database itself.',
    code(src('api')),
    atRunTime({ path: [...workspace('db'), ...npm('drizzle-orm', 'postgres', 'pg')] }),
  ),
  forbid('api-never-up', 'The API knows no application, adapter or client.', code(src('api')), {
    path: '^packages/(?!(?:api|core|db|contract|messages)/)',
  }),
  forbid(
    'packages-never-apps',
    'A package never knows an application.',
    { path: '^packages/' },
    {
      path: '^apps/',
    },
  ),
  forbid(
    'apps-never-each-other',
    'Applications talk over HTTP only.',
    { path: '^apps/([^/]+)/' },
    {
      path: '^apps/',
      pathNot: '^apps/$1/',
    },
  ),
];

const insideCore = [
  forbid('core-ledger-is-lowest', 'The ledger imports no capability.', code(capability('ledger')), {
    path: capabilities('people', 'credits', 'billing', 'invoices', 'leads'),
  }),
  forbid(
    'core-people-below-the-rest',
    'Organisations, members and keys know no credits, bills or leads.',
    code(capability('people')),
    { path: capabilities('credits', 'billing', 'invoices', 'leads') },
  ),
  forbid(
    'core-credits-below-billing-and-leads',
    'ledger <- credits <- billing, leads.',
    code(capability('credits')),
    {
      path: capabilities('billing', 'invoices', 'leads'),
    },
  ),
  forbid('core-invoices-below-billing', 'invoices <- billing.', code(capability('invoices')), {
    path: capabilities('credits', 'billing', 'leads'),
  }),
  forbid(
    'core-billing-never-leads',
    'Settlement enqueues a job; it never calls leads.',
    code(capability('billing')),
    { path: capability('leads') },
  ),
  forbid(
    'core-leads-never-billing',
    'An upload spends credits; it never sells them.',
    code(capability('leads')),
    {
      path: capabilities('billing', 'invoices'),
    },
  ),
  forbid(
    'core-capability-through-its-index',
    'Another capability only through its index.ts (a test may read the model of another test).',
    code(`^packages/core/src/(${CAPABILITIES})/`),
    {
      path: `^packages/core/src/${CAPABILITIES}/`,
      pathNot: ['^packages/core/src/$1/', `^packages/core/src/${CAPABILITIES}/index\\.ts$`],
    },
  ),
  forbid(
    'core-root-below-capabilities',
    'context, errors, transaction and access serve all capabilities and know none.',
    { path: '^packages/core/src/(?!index\\.ts)[^/]+\\.ts$', pathNot: TESTS },
    { path: `^packages/core/src/${CAPABILITIES}/` },
  ),
];

const edges = [
  forbid(
    'web-only-its-packages',
    'The browser runs contract, messages, lead-file and ui; of the server it knows the type of the router.',
    code('^apps/web/src/'),
    { path: '^packages/(?!(?:contract|messages|lead-file|ui|api)/)' },
  ),
  forbid(
    'web-api-types-only',
    'The router reaches the browser as a type only.',
    code('^apps/web/src/'),
    atRunTime({ path: workspace('api') }),
  ),
  forbid(
    'web-no-node-modules',
    'A browser has no Node modules.',
    code('^apps/web/src/'),
    NODE_MODULES_OF_THE_PLATFORM,
  ),
  forbid(
    'sdk-runs-on-trpc-client-and-contract',
    'What a sibling service installs is small: everything else only as a type.',
    code(src('sdk')),
    atRunTime(outside(...workspace('sdk', 'contract'), ...npm('@trpc/client'))),
  ),
  forbid(
    'sandbox-only-wire-and-signature',
    'The sandbox imitates Razorpay from its wire format; it shares no product code.',
    { path: '^apps/razorpay-sandbox/' },
    { path: '^packages/', pathNot: '^packages/razorpay/src/(?:wire|signature)\\.ts$' },
  ),
  forbid(
    'no-deep-import',
    'Another package only through its exports map, never by a relative path.',
    { path: '^(packages|apps)/([^/]+)/' },
    { path: '^(?:packages|apps)/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
  ),
  forbid(
    'testing-only-from-tests',
    'Product code never imports a testing entry.',
    code('^(?:packages|apps)/[^/]+/src/'),
    { path: '^packages/[^/]+/src/testing/' },
  ),
];

const hygiene = [
  forbid('no-circular', 'A cycle has no reading order.', {}, { circular: true }),
  forbid(
    'no-dev-dependency',
    'Product code runs on dependencies; devDependencies are for tests, types and builds.',
    code('^(?:packages|apps)/[^/]+/src/'),
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ),
  forbid(
    'no-undeclared-dependency',
    'What is imported is declared.',
    {},
    {
      dependencyTypes: ['npm-no-pkg', 'npm-unknown'],
    },
  ),
  forbid(
    'no-unresolved',
    'An import that leads nowhere also escapes every other rule.',
    {},
    {
      couldNotResolve: true,
      pathNot: '^virtual:',
    },
  ),
  forbid(
    'no-orphan',
    'A module that nothing imports and that imports nothing is dead.',
    {
      orphan: true,
      path: '^(?:packages|apps)/[^/]+/src/',
      pathNot: [...TESTS, '\\.d\\.ts$', '/src/index\\.ts$'],
    },
    {},
  ),
];

module.exports = {
  forbidden: [...leaves, ...layers, ...insideCore, ...edges, ...hygiene],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)dist/', '(^|/)fixtures/', '^packages/sdk/test/consumer/'] },
    // Types count as arrows too; a rule that means run time only says so.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.cjs', '.js', '.json', '.css'],
    },
  },
};
