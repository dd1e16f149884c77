export { app, auth } from './app-schema.ts';
export * as authTables from './auth.ts';
export * from './billing.ts';
export * from './invoices.ts';
export * from './leads.ts';
export * from './ledger.ts';
export * from './people.ts';
