export { whenAccepting } from './accepting.ts';
export * from './client.ts';
export * from './database-error.ts';
export * from './invariants.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export * from './statement.ts';
