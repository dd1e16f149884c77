import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build as bundle } from 'rolldown';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { taxInvoice } from '../../packages/documents/src/fixtures/documents.ts';
import { repositoryRoot } from '../process/run.ts';
import { build } from './build.ts';
import { programOptions } from './bundle-program.ts';
import { hashSources, workspaceClosure } from './sources.ts';
import { staleTargets } from './stamp.ts';
import { type Target, targets } from './targets.ts';

/** A repository of one program that uses one package, which uses another. */
const FILES = {
  'pnpm-lock.yaml': 'lock',
  'apps/server/package.json': '{"name":"@x/server","dependencies":{"@x/db":"workspace:*","zod":"1"}}',
  'apps/server/src/main.ts': "import { n } from '../../../packages/db/src/n.ts';\nconsole.log('n is', n);\n",
  'packages/db/package.json': '{"name":"@x/db","dependencies":{"@x/contract":"workspace:*"}}',
  'packages/db/src/n.ts': 'export const n: number = 1;\n',
  'packages/db/drizzle/0000.sql': 'select 1;',
  'packages/contract/package.json': '{"name":"@x/contract","devDependencies":{"@x/ui":"workspace:*"}}',
  'packages/ui/package.json': '{"name":"@x/ui"}',
};

const server: Target = {
  name: 'server',
  app: 'apps/server',
  kind: 'program',
  entries: { main: 'apps/server/src/main.ts' },
  copies: { drizzle: 'packages/db/drizzle' },
};

let root: string;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}

async function run(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'apps/server/dist/main.js')]);
  return stdout.trim();
}

const builtNames = async (): Promise<readonly string[]> =>
  (await build(root, { targets: [server] })).map((built) => built.target);

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'lead-credits-build-')));
  await write(FILES);
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

describe('the sources of an app', () => {
  it('are those of the packages it needs at run time, directly and through others', async () => {
    expect(await workspaceClosure(root, 'apps/server')).toEqual([
      'apps/server',
      'packages/contract',
      'packages/db',
    ]);
  });

  it.each([
    ['a source', 'packages/db/src/n.ts'],
    ['a new source', 'packages/contract/src/new.ts'],
    ['a migration', 'packages/db/drizzle/0000.sql'],
    ['the lockfile', 'pnpm-lock.yaml'],
    ['the way of building', 'tooling/build/targets.ts'],
  ])('change with %s', async (_name, path) => {
    const before = await hashSources(root, 'apps/server');
    await write({ [path]: 'changed' });
    expect(await hashSources(root, 'apps/server')).not.toBe(before);
  });

  it.each([
    ['a test', 'packages/db/src/n.test.ts'],
    ['a package it has nothing to do with', 'packages/ui/src/button.tsx'],
    ['a result', 'packages/db/dist/main.js'],
    ['a dependency in place', 'packages/db/node_modules/zod/index.js'],
  ])('do not change with %s', async (_name, path) => {
    const before = await hashSources(root, 'apps/server');
    await write({ [path]: 'changed' });
    expect(await hashSources(root, 'apps/server')).toBe(before);
  });
});

describe('a build', () => {
  it('makes a program that runs, with what it reads beside it', async () => {
    expect(await builtNames()).toEqual(['server']);
    expect(await run()).toBe('n is 1');
    expect(await readFile(join(root, 'apps/server/dist/drizzle/0000.sql'), 'utf8')).toBe('select 1;');
  });

  it('is skipped while nothing has changed but times', async () => {
    await builtNames();
    await utimes(join(root, 'packages/db/src/n.ts'), new Date(), new Date());
    expect(await builtNames()).toEqual([]);
  });

  it('is done again after a change, and leaves nothing of the one before', async () => {
    await builtNames();
    await write({ 'packages/db/src/n.ts': 'export const n = 2;', 'apps/server/dist/old.js': '' });
    expect(await builtNames()).toEqual(['server']);
    expect(await run()).toBe('n is 2');
    await expect(readFile(join(root, 'apps/server/dist/old.js'))).rejects.toThrow(/ENOENT/);
  });

  it('that fails is stale until it succeeds', async () => {
    await builtNames();
    await write({ 'packages/db/src/n.ts': 'export const m = 2;' });
    await expect(builtNames()).rejects.toThrow(/"n" is not exported/);
    await write({ 'packages/db/src/n.ts': FILES['packages/db/src/n.ts'] });
    expect(await staleTargets(root, [server])).toEqual([server]);
  });

  it('is done once when two start together', async () => {
    const both = await Promise.all([builtNames(), builtNames()]);
    expect(both.flat()).toEqual(['server']);
  });
});

describe('the bundle of the product', () => {
  it('renders a PDF in its worker thread: pdfkit finds its metrics, the fonts lie beside it', async () => {
    const target = targets.find(({ name }) => name === 'server');
    if (target === undefined) throw new Error('no server target');
    const options = programOptions(repositoryRoot, target);
    await bundle({
      ...options,
      input: {
        main: 'packages/documents/src/index.ts',
        'render-worker': 'packages/documents/src/render-worker.ts',
      },
      output: { ...options.output, dir: root },
    });
    const { createDocuments } = await import(pathToFileURL(join(root, 'main.js')).href);
    const fontDir = join(repositoryRoot, 'packages/documents/node_modules/@expo-google-fonts/noto-sans');
    const documents = createDocuments({ fontDir });
    const pdf: Uint8Array = await documents.renderInvoice(taxInvoice);
    await documents.close();
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});
