import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A running process of Linux. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly session: number;
  readonly command: string;
}

/** Every process that runs; the dead that nobody has reaped are none. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = read(`/proc/${name}/stat`);
      // The name in brackets may hold spaces and brackets: what counts begins after the last one.
      const [state, parent, , session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (!state || state === 'Z') return [];
      const command = read(`/proc/${name}/cmdline`).replaceAll('\0', ' ').trim();
      return [{ pid: Number(name), parent: Number(parent), session: Number(session), command }];
    });
}

/** Everything below a process, to any depth. */
function descendants(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** The server below a supervisor; undefined while it is away. */
export const serverOf = (supervisor: number): number | undefined =>
  descendants(supervisor).find(({ command }) => /apps\/server\/dist\/main\.js serve/.test(command))?.pid;

/** The postmaster below a supervisor. */
export const postmasterOf = (supervisor: number): number | undefined =>
  descendants(supervisor).find(
    ({ command, parent }) => parent === supervisor && /\bpostgres -D /.test(command),
  )?.pid;

/** What still runs of a data directory: by its command line, its working directory or its environment. */
export function runningIn(dataDir: string): Process[] {
  return processes().filter(
    ({ pid, command }) =>
      pid !== process.pid &&
      (command.includes(dataDir) ||
        linkOf(`/proc/${pid}/cwd`).startsWith(dataDir) ||
        read(`/proc/${pid}/environ`).includes(`DATA_DIR=${dataDir}`)),
  );
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // It ended while we looked, or it is another user's.
    return '';
  }
}
