import { describe, expect, it, onTestFinished } from 'vitest';
import { check, describeCheck } from './check.ts';
import { miniWorkspace } from './mini-workspace.ts';
import { command, type Tool } from './tools.ts';

const tool = (name: string, look: Tool['look']): Tool => ({ name, look });
const finds =
  (findings: string): Tool['look'] =>
  () =>
    Promise.resolve({ findings });

describe('a check', () => {
  it('passes a tool that finds nothing and fails one that finds something', async () => {
    const results = await check(
      [tool('arrows', finds('')), tool('tidy', finds('a.ts:1 cast'))],
      () => undefined,
    );
    expect(results.map(({ name, passed }) => [name, passed])).toEqual([
      ['arrows', true],
      ['tidy', false],
    ]);
  });

  it('fails a tool that could not do its work', async () => {
    const [result] = await check(
      [tool('arrows', () => Promise.reject(new Error('no config')))],
      () => undefined,
    );
    expect(result).toMatchObject({ passed: false, findings: 'could not run: no config' });
  });

  it('runs every tool once, however few lanes there are, and reports each', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `tool ${index}`);
    const reported: string[] = [];
    const all = names.map((name) => tool(name, finds('')));
    await check(all, ({ name }) => void reported.push(name));
    expect(reported.sort()).toEqual(names.sort());
  });

  it('prints the time of each tool, and its findings', () => {
    const line = describeCheck({ name: 'tidy', passed: false, seconds: 1.25, findings: 'a.ts:1 cast' });
    expect(line).toMatch(/^FAILED tidy +1\.[23] s\na\.ts:1 cast\n$/);
  });
});

describe('a command', () => {
  it('finds nothing when it ends well, whatever it says', async () => {
    expect(await command('node', '-e', 'console.log("all is well")')).toEqual({ findings: '' });
  });

  it('finds what it printed when it ends badly', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 2';
    expect(await command('node', '-e', script)).toEqual({ findings: 'out\nerr' });
  });

  it('finds something when it ends badly without a word, or does not exist', async () => {
    expect(await command('node', '-e', 'process.exitCode = 3')).toEqual({
      findings: 'node ended with code 3',
    });
    expect((await command('no-such-program')).findings).toMatch(/no-such-program/);
  });

  it('finds a wrong type', async () => {
    const workspace = miniWorkspace();
    onTestFinished(workspace.remove);
    workspace.write(
      'tsconfig.json',
      '{"compilerOptions":{"strict":true,"noEmit":true,"types":[]},"include":["*.ts"]}',
    );
    workspace.write('wrong.ts', "export const count: number = 'one';\n");
    expect((await command('tsc', '-p', workspace.root)).findings).toMatch(/TS2322/);
  });
});
