import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot, run } from '../process/run.ts';
import { miniWorkspace } from './mini-workspace.ts';

interface LintReport {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly location: { readonly path: string };
  }[];
}

/** One bad file per rule of style that biome holds for us. */
const bad: readonly (readonly [category: string, file: string, code: string])[] = [
  ['format', 'packages/core/src/quotes.ts', 'export const word = "double";\n'],
  ['format', 'packages/ui/src/wide.css', '.a{color:var(--x)}\n'],
  [
    'assist/source/organizeImports',
    'packages/core/src/order.ts',
    "import { b } from './b.ts';\nimport { a } from './a.ts';\n\nexport const both = [a, b];\n",
  ],
  ['lint/style/noDefaultExport', 'packages/core/src/default-export.ts', 'export default 1;\n'],
  ['lint/style/useFilenamingConvention', 'packages/core/src/camelCase.ts', 'export const a = 1;\n'],
  ['lint/style/useFilenamingConvention', 'apps/web/src/Component.tsx', 'export const a = 1;\n'],
  [
    'lint/style/noNonNullAssertion',
    'packages/core/src/bang.ts',
    'export const first = (list: number[]): number => list[0]!;\n',
  ],
  ['lint/style/noEnum', 'packages/core/src/enum.ts', 'export enum State {\n  Open,\n}\n'],
  [
    'lint/style/useImportType',
    'packages/core/src/types.ts',
    "import { Ctx } from './context.ts';\n\nexport type Same = Ctx;\n",
  ],
  [
    'lint/style/useNodejsImportProtocol',
    'packages/core/src/protocol.ts',
    "import { join } from 'path';\n\nexport const two = join('a', 'b');\n",
  ],
  [
    'lint/suspicious/noExplicitAny',
    'packages/core/src/any.ts',
    'export const loose = (value: any): unknown => value;\n',
  ],
  ['lint/suspicious/noConsole', 'packages/core/src/print.ts', "console.log('told');\n"],
  ['lint/performance/noBarrelFile', 'packages/core/src/barrel.ts', "export { a } from './a.ts';\n"],
  [
    'lint/correctness/noUnusedVariables',
    'packages/core/src/unused.ts',
    'const unused = 1;\nexport const used = 2;\n',
  ],
  [
    'lint/nursery/noFloatingPromises',
    'packages/core/src/floating.ts',
    'export async function wait(): Promise<void> {\n  await Promise.resolve();\n}\n\nwait();\n',
  ],
  [
    'lint/nursery/noMisusedPromises',
    'packages/core/src/misused.ts',
    "export async function ready(): Promise<boolean> {\n  return await Promise.resolve(true);\n}\n\nif (ready()) console.error('always');\n",
  ],
  [
    'lint/correctness/useHookAtTopLevel',
    'apps/web/src/hook.tsx',
    "import { useState } from 'react';\n\nexport function Maybe({ on }: { on: boolean }): null {\n  if (on) useState(1);\n  return null;\n}\n",
  ],
  ['lint/a11y/useButtonType', 'apps/web/src/button.tsx', 'export const button = <button>Pay</button>;\n'],
];

/** The same habits in the places where they are right. */
const good: readonly (readonly [file: string, code: string])[] = [
  ['packages/core/src/index.ts', "export { a } from './a.ts';\n"],
  ['vite.config.ts', 'export default { base: 1 };\n'],
  ['tooling/print.ts', "console.log('told');\n"],
  ['packages/core/src/kebab-case.db.test.ts', "export const one = 'a';\n"],
];

const workspace = miniWorkspace();
let report: LintReport;

beforeAll(async () => {
  copyFileSync(join(repositoryRoot, 'biome.json'), join(workspace.root, 'biome.json'));
  for (const [, file, code] of bad) workspace.write(file, code);
  for (const [file, code] of good) workspace.write(file, code);
  // No repository there: what .gitignore leaves out is not the matter here.
  const args = ['check', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = await run('biome', args, { cwd: workspace.root });
  report = JSON.parse(stdout);
}, 60_000);

afterAll(() => workspace.remove());

const categoriesOf = (file: string): readonly string[] =>
  report.diagnostics.filter(({ location }) => location.path === file).map(({ category }) => category);

describe('biome', () => {
  it.each(bad)('%s catches %s', (category, file) => {
    expect(categoriesOf(file)).toContain(category);
  });

  it.each(good)('lets %s pass', (file) => {
    expect(categoriesOf(file)).toEqual([]);
  });
});
