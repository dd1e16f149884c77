import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const SOURCES = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
);

test.each(SOURCES)('%s runs in a browser: it imports its neighbours and libphonenumber alone', (name) => {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8');
  const imports = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? '');
  expect(
    imports.filter((from) => !/^(\.\/[a-z0-9-]+\.ts|libphonenumber-js\/max(\/metadata)?)$/.test(from)),
  ).toEqual([]);
  expect(text).not.toMatch(/\b(Buffer|process\.(env|nextTick|cwd)|require\()/);
});
