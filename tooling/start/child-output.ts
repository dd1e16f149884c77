import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { limits } from './limits.ts';
import { cutLines, shownPart } from './lines.ts';
import { openLogFile } from './log-file.ts';

/** Where what a child says goes. */
export interface ChildOutput {
  /** Follows both streams of a child until they end. */
  follow(child: ChildProcess): void;
  /** The last lines it said, oldest first. */
  lastWords(): readonly string[];
  close(): void;
}

/**
 * Keeps what the child `name` says in `DATA_DIR/logs/<name>.log`. Of its standard output the part that a person should
 * see is shown by `print`; its standard error (the trace of a crash) is shown once, as its last words. In production
 * every line of both goes on as it is: there, somebody else collects them.
 */
export function openChildOutput(
  name: string,
  options: { dataDir: string; isProduction: boolean; print: (line: string) => void },
): ChildOutput {
  const { isProduction, print } = options;
  const log = isProduction
    ? undefined
    : openLogFile(join(options.dataDir, 'logs', `${name}.log`), limits.logBytes);
  let last: string[] = [];
  const take = (lines: readonly string[], isError: boolean): void => {
    for (const line of lines) {
      last = [...last, line].slice(-limits.lastWords);
      if (isProduction) print(line);
      else if (!isError) show(line);
    }
  };
  const show = (line: string): void => {
    const shown = shownPart(line);
    if (shown !== undefined) print(`[${name}] ${shown}`);
  };
  const read = (stream: Readable | null, isError: boolean): void => {
    const cutter = cutLines(limits.lineLength);
    stream?.setEncoding('utf8');
    stream?.on('data', (chunk: string) => {
      log?.write(chunk);
      take(cutter.add(chunk), isError);
    });
    stream?.once('end', () => take(cutter.end(), isError));
  };
  return {
    follow: (child) => {
      last = [];
      read(child.stdout, false);
      read(child.stderr, true);
    },
    lastWords: () => last,
    close: () => log?.close(),
  };
}
