import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
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
 * Keeps what the child `name` says in `DATA_DIR/logs/<name>.log` and shows the part a person should see, by `print`.
 * In production every line goes on as it is: there, somebody else collects standard output.
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
  const take = (lines: readonly string[]): void => {
    for (const line of lines) {
      last = [...last, line].slice(-limits.lastWords);
      const shown = isProduction ? line : shownPart(line);
      if (shown !== undefined) print(isProduction ? shown : `[${name}] ${shown}`);
    }
  };
  return {
    follow: (child) => {
      last = [];
      for (const stream of [child.stdout, child.stderr]) {
        const cutter = cutLines(limits.lineLength);
        stream?.setEncoding('utf8');
        stream?.on('data', (chunk: string) => {
          log?.write(chunk);
          take(cutter.add(chunk));
        });
        stream?.once('end', () => take(cutter.end()));
      }
    },
    lastWords: () => last,
    close: () => log?.close(),
  };
}
