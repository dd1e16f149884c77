import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './packages/db/src/schema/auth.ts',
    './packages/db/src/schema/people.ts',
    './packages/db/src/schema/ledger.ts',
    './packages/db/src/schema/billing.ts',
    './packages/db/src/schema/invoices.ts',
    './packages/db/src/schema/leads.ts',
    './packages/db/src/schema/app-schema.ts',
  ],
  out: './packages/db/drizzle',
  schemaFilter: ['app', 'auth'],
});
