import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { miniWorkspace } from '../check/mini-workspace.ts';
import { readRepository, repositoryOf, sourceFile } from './repository.ts';
import { castsExcept } from './rules/casts.ts';
import { findUntidy, rulesAllowing } from './tidy.ts';

const rules = rulesAllowing([]);

type Case = readonly [rule: string, path: string, text: string];

const lines = (count: number): string => 'export const a = 1;\n'.repeat(count);
const long = (name: string, count: number): string =>
  `export function ${name}(): void {\n${'  step();\n'.repeat(count - 2)}}\n`;
/** Spelt in two halves, so that the rules do not catch their own test. */
const mark = ['TO', 'DO'].join('');
const machine = ['', 'work', 'main'].join('/');

const breaches: readonly Case[] = [
  ['file-length', 'packages/core/src/long.ts', lines(301)],
  ['file-length', 'packages/ui/src/long.css', 'a {}\n'.repeat(301)],
  ['file-length', 'packages/core/src/long.test.ts', `expect(1);\n${lines(500)}`],
  ['function-length', 'packages/core/src/long-function.ts', long('reserve', 71)],
  ['function-length', 'apps/web/src/long-hook.tsx', long('useThing', 71)],
  ['function-length', 'apps/web/src/long-component.tsx', long('Page', 151)],
  ['readme-length', 'packages/core/src/credits/README.md', 'a\n'.repeat(121)],
  ['file-name', 'packages/core/src/credits/credit-service.ts', lines(1)],
  ['file-name', 'packages/core/src/credits/utils.ts', lines(1)],
  ['file-name', 'packages/core/src/credits/reserve-v2.ts', lines(1)],
  ['unfinished', 'packages/core/src/later.ts', `// ${mark} later\n`],
  ['unfinished', 'README.md', `Import from Excel is ${['coming', 'soon'].join(' ')}.\n`],
  ['silenced-test', 'packages/core/src/alone.test.ts', "it.only('a', () => expect(1));\n"],
  ['silenced-test', 'packages/core/src/skipped.test.ts', "describe.skip('a', () => expect(1));\n"],
  ['silenced-test', 'e2e/fixme.e2e.ts', "test.fixme('a', () => expect(1));\n"],
  ['test-expects', 'packages/core/src/nothing.test.ts', "it('a', () => {});\n"],
  ['no-mock', 'packages/core/src/mocks.test.ts', "vi.mock('./reserve.ts');\nexpect(1);\n"],
  ['no-mock', 'packages/core/src/mocks-package.test.ts', "vi.mock('@lead-credits/db');\nexpect(1);\n"],
  ['no-silencing', 'packages/core/src/silent.ts', `// @ts-${'nocheck'}\n`],
  ['cast', 'packages/core/src/cast.ts', 'export const a = b as Row;\n'],
  ['cast', 'packages/core/src/cast-twice.ts', 'export const a = b as unknown as Row;\n'],
  ['cast', 'packages/core/src/cast-angle.ts', 'export const a = <Row>b;\n'],
  ['cast', 'packages/core/src/cast.test.ts', 'expect(b as Row);\n'],
  ['process-env', 'packages/core/src/env.ts', 'export const a = process.env.PORT;\n'],
  ['process-env', 'packages/core/src/env-key.ts', "export const a = process['env'];\n"],
  ['process-env', 'packages/core/src/env-pattern.ts', 'const { env } = process;\n'],
  ['process-env', 'apps/server/src/main.ts', "import { env } from 'node:process';\n"],
  ['api-http-globals', 'packages/api/src/router.ts', 'export const a = new Headers();\n'],
  ['return-type', 'packages/core/src/untyped.ts', 'export function reserve() {}\n'],
  ['return-type', 'packages/core/src/untyped-arrow.ts', 'export const reserve = (a: number) => a;\n'],
  ['doc-path', 'docs/moved.md', 'See `packages/core/src/gone.ts`.\n'],
  ['doc-path', 'docs/link.md', 'See [the decision](adr/0099-none.md).\n'],
  ['doc-path', 'packages/core/src/comment.ts', '// docs/none.md\n'],
  ['machine-path', 'docs/path.md', `cd ${machine}/apps\n`],
  ['dependency-version', 'packages/core/package.json', '{"dependencies":{"zod":"^4.0.0"}}'],
  ['dependency-version', 'package.json', '{"devDependencies":{"zod":"latest"}}'],
  ['catalog-version', 'pnpm-workspace.yaml', 'catalog:\n  zod: ^4.6.7\n'],
  ['capability-readme', 'packages/core/src/leads/index.ts', "export { a } from './a.ts';\n"],
  ['name-word', 'packages/core/src/debit.ts', lines(1)],
  ['name-word', 'packages/core/src/words.ts', 'export const debitAccount = 1;\n'],
  ['name-word', 'packages/core/src/more-words.ts', "export const a = { rejectedRows: 1, id: 'x' };\n"],
  ['screen-word', 'apps/web/src/words.tsx', 'export const a = <p>Past transactions</p>;\n'],
  ['screen-word', 'apps/web/src/label.tsx', 'export const a = <p title="Recharge now" />;\n'],
  [
    'screen-word',
    'packages/messages/src/en/billing.ts',
    "export const billing = { title: 'Your purchases' };\n",
  ],
  ['sql-word', 'packages/db/schema.sql', 'CREATE TABLE app.posting (id uuid);\n'],
  ['catalogue-word', 'packages/messages/src/hi.json', '{"title":"A campaign"}'],
];

/** What stands right beside a rule and is not meant by it. */
const passes: readonly Case[] = [
  ['file-length', 'packages/core/src/fits.ts', lines(300)],
  ['file-length', 'packages/db/drizzle/0000_first.sql', '-- a\n'.repeat(900)],
  [
    'function-length',
    'packages/core/src/explained.ts',
    long('reserve', 70).replace('{\n', `{\n${'\n  // why\n'.repeat(50)}`),
  ],
  ['function-length', 'packages/core/src/story.test.ts', `expect(1);\n${long('story', 200)}`],
  ['function-length', 'apps/web/src/component.tsx', long('Page', 150)],
  ['file-name', 'packages/core/src/customer-serviced.ts', lines(1)],
  ['unfinished', 'docs/reference.md', 'A reference looks like CP-YYYYMMDD-XXXX.\n'],
  ['silenced-test', 'packages/core/src/on-linux.test.ts', "it.runIf(linux)('a', () => expect(1));\n"],
  ['no-mock', 'packages/core/src/foreign.test.ts', "vi.mock('some-library');\nexpect(1);\n"],
  [
    'cast',
    'packages/core/src/const.ts',
    "export const a = ['x'] as const;\nimport { b as c } from './b.ts';\n",
  ],
  ['process-env', 'apps/server/src/env.ts', 'export const a = process.env;\n'],
  ['process-env', 'packages/core/src/reads.test.ts', 'expect(process.env.PORT);\n'],
  [
    'return-type',
    'packages/contract/src/ids.ts',
    "import { z } from 'zod';\nexport const id = () => z.string().max(9);\n",
  ],
  ['return-type', 'packages/core/src/typed.ts', 'export const reserve = (a: number): number => a;\n'],
  ['doc-path', 'docs/right.md', 'See `docs/right.md:12`, `packages/<name>/src` and [me](right.md#top).\n'],
  ['machine-path', 'docs/url.md', 'https://example.com/work/main and ./home/page\n'],
  [
    'dependency-version',
    'apps/server/package.json',
    '{"dependencies":{"a":"1.2.3","b":"catalog:","c":"workspace:*","d":"npm:@e/x@0.20.3"}}',
  ],
  ['name-word', 'packages/core/src/threshold.ts', 'export const thresholdReached = withTransaction;\n'],
  ['name-word', 'packages/razorpay/src/wire.ts', 'export const debit = 1;\n'],
  ['screen-word', 'apps/web/src/card.tsx', 'export const a = <p>Debit card, 5 held</p>;\n'],
  ['sql-word', 'packages/db/src/comment.sql', '-- debit\nSELECT 1;\n'],
];

const rulesThatCatch = (path: string, text: string): readonly string[] =>
  rules
    .filter((rule) => findUntidy(repositoryOf([sourceFile(path, text)]), [rule]).length > 0)
    .map(({ name }) => name);

describe('tidy', () => {
  it.each(breaches)('%s catches %s', (rule, path, text) => {
    expect(rulesThatCatch(path, text)).toEqual([rule]);
  });

  it.each(passes)('%s lets %s pass', (rule, path, text) => {
    expect(rulesThatCatch(path, text)).not.toContain(rule);
  });

  it('has each rule tried by a breach', () => {
    expect([...new Set(breaches.map(([rule]) => rule))].sort()).toEqual(rules.map(({ name }) => name).sort());
  });

  it('names file, line, rule and reason', () => {
    const file = sourceFile('packages/core/src/a.ts', 'const b = 1;\nexport const a = b as Row;\n');
    expect(findUntidy(repositoryOf([file]), rules)).toEqual(['packages/core/src/a.ts:2 cast: cast to Row']);
  });
});

describe('an allowed cast', () => {
  const path = 'packages/db/src/rows.ts';
  const allowed = [{ path, helper: 'trustRows', reason: 'the driver gives untyped rows' }];
  const found = (text: string): readonly string[] =>
    findUntidy(repositoryOf([sourceFile(path, text)]), [castsExcept(allowed)]);

  it('stands inside the named function of the named file', () => {
    expect(found('export function trustRows(a: unknown): Row {\n  return a as Row;\n}\n')).toEqual([]);
  });

  it('does not open the rest of the file', () => {
    expect(found('const trustRows = () => a as Row;\nconst b = c as Row;\n')).toEqual([
      `${path}:2 cast: cast to Row`,
    ]);
  });

  it('is reported when nothing needs it any more', () => {
    expect(found('export const a = 1;\n')).toEqual([
      `${path} cast: ${path} trustRows is allowed a cast it does not make`,
    ]);
  });
});

describe('the files that are read', () => {
  it('are those git tracks or would track, without what was deleted or is ignored', () => {
    const workspace = miniWorkspace();
    onTestFinished(workspace.remove);
    const git = (...args: string[]): unknown =>
      execFileSync('git', args, { cwd: workspace.root, stdio: 'pipe' });
    git('init', '--quiet');
    for (const path of ['tracked.ts', 'deleted.ts', 'new.ts', 'dist/ignored.ts'])
      workspace.write(path, 'a;\n');
    workspace.write('.gitignore', 'dist/\n');
    git('add', 'tracked.ts', 'deleted.ts');
    rmSync(join(workspace.root, 'deleted.ts'));
    const { files } = readRepository(workspace.root);
    expect(files.map(({ path }) => path).sort()).toEqual(['.gitignore', 'new.ts', 'tracked.ts']);
  });
});
