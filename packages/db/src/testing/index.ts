export { cloneTemplate, type TestDatabase } from './clone-template.ts';
export { createTestDatabase } from './create-test-database.ts';
export { openTestCluster } from './global-setup.ts';
export type { ProvidedDatabase } from './provided.ts';
