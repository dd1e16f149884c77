import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** A log that keeps its last `maxBytes` to twice as much: the file, and `<file>.1` before it. */
export interface LogFile {
  write(text: string): void;
  close(): void;
}

/**
 * Opens a log for appending. Written at once and in order: what a child said last is in it even when we are killed.
 * A disk that is full or gone ends the log, never the product.
 */
export function openLogFile(file: string, maxBytes: number): LogFile {
  mkdirSync(dirname(file), { recursive: true });
  let fd: number | undefined = openSync(file, 'a', 0o600);
  let size = fstatSync(fd).size;
  const close = (): void => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
  };
  const write = (text: string): void => {
    if (size > maxBytes) {
      close();
      renameSync(file, `${file}.1`);
      fd = openSync(file, 'a', 0o600);
      size = 0;
    }
    if (fd !== undefined) size += writeSync(fd, text);
  };
  return {
    write: (text) => {
      try {
        if (fd !== undefined) write(text);
      } catch {
        close();
      }
    },
    close,
  };
}
