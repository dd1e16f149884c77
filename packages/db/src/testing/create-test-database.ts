import { inject } from 'vitest';
import { cloneTemplate, type TestDatabase } from './clone-template.ts';

/** A migrated database for one test file: call it in `beforeAll`. Works only under vitest's `db` project. */
export function createTestDatabase(): Promise<TestDatabase> {
  return cloneTemplate(inject('testDatabase'));
}
