import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

export interface RunOptions {
  readonly cwd: string;
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Shows the output while it runs; it is collected either way. */
  readonly show?: boolean;
}

export interface RunResult {
  /** Exit code; 128 when a signal ended the program, 127 when it could not be started. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
}

/**
 * Runs one program to its end and collects what it printed. The tools of the workspace are found first, so it
 * works from a script of package.json and from a plain `node file.ts` alike. Standard input is closed: nothing
 * may wait for an answer. Never rejects: a program that cannot be started is a result with code 127.
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<RunResult> {
  const startedAt = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...toolEnvironment(options.cwd), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (options.show) process.stdout.write(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    if (options.show) process.stderr.write(text);
  });
  return new Promise((resolve) => {
    const finish = (code: number): void =>
      resolve({ code, stdout, stderr, seconds: (performance.now() - startedAt) / 1000 });
    child.once('error', (error) => {
      stderr += `${command}: ${error.message}\n`;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 128));
  });
}

/** The environment of a tool: the binaries of the workspace first, and no colours in collected output. */
function toolEnvironment(cwd: string): NodeJS.ProcessEnv {
  const path = [join(cwd, 'node_modules', '.bin'), binariesOfTheRepository, process.env['PATH'] ?? ''];
  return { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1', FORCE_COLOR: undefined };
}

/** The root of the repository. */
export const repositoryRoot: string = join(import.meta.dirname, '..', '..');

const binariesOfTheRepository = join(repositoryRoot, 'node_modules', '.bin');
