import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot, run } from '../process/run.ts';
import { addPackage, type MiniPackage, miniWorkspace } from './mini-workspace.ts';

const core: MiniPackage = {
  folder: 'packages/core',
  name: '@lead-credits/core',
  exports: { '.': './src/index.ts' },
  dependencies: ['zod', 'unused-library'],
};
const server: MiniPackage = {
  folder: 'apps/server',
  name: '@lead-credits/server',
  dependencies: ['@lead-credits/core'],
};

const sources: Readonly<Record<string, string>> = {
  'apps/server/src/main.ts': "import { reserve } from '@lead-credits/core';\n\nreserve();\n",
  'packages/core/src/index.ts': "export { reserve } from './reserve.ts';\n",
  'packages/core/src/reserve.ts':
    "import { value } from 'zod';\nimport 'undeclared-library';\n\nexport const reserve = (): number => value;\nexport const nobodyCalls = 1;\n",
  'packages/core/src/nobody-imports.ts': 'export const alone = 1;\n',
  'packages/core/src/reserve.test.ts': "import { reserve } from './reserve.ts';\n\nreserve();\n",
};

const manifest = {
  name: 'mini',
  private: true,
  type: 'module',
  workspaces: ['packages/*', 'apps/*'],
};

const workspace = miniWorkspace();
let report = '';

beforeAll(async () => {
  copyFileSync(join(repositoryRoot, 'knip.json'), join(workspace.root, 'knip.json'));
  workspace.write('package.json', JSON.stringify(manifest));
  addPackage(workspace, [core, server], core);
  addPackage(workspace, [core, server], server);
  for (const [path, text] of Object.entries(sources)) workspace.write(path, text);
  const { stdout, stderr } = await run('knip', ['--no-progress', '--reporter=compact'], {
    cwd: workspace.root,
  });
  report = `${stdout}${stderr}`;
}, 60_000);

afterAll(() => workspace.remove());

describe('knip', () => {
  it.each([
    ['a file that nobody imports', /nobody-imports\.ts/],
    ['an export that nobody uses', /reserve\.ts: nobodyCalls/],
    ['a dependency that nobody imports', /packages\/core\/package\.json: unused-library/],
    ['an import that no manifest declares', /reserve\.ts: undeclared-library/],
  ])('catches %s', (_, pattern) => {
    expect(report).toMatch(pattern);
  });

  it('leaves alone what is used', () => {
    expect(report).not.toMatch(/main\.ts|reserve\.test\.ts|: zod|: reserve\b/);
  });
});
