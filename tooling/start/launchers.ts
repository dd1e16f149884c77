import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A running process as the operating system lists it. */
export interface ProcessEntry {
  readonly parent: number;
  readonly command: string;
}

/** A process and the parent it had when we started. */
export interface Link {
  readonly child: number;
  readonly parent: number;
}

/** Looks a process up; undefined when there is none, or no way to ask. */
export type LookUp = (pid: number) => Promise<ProcessEntry | undefined>;

/** npx, pnpm and the npm behind npx; the path of a program counts, too. */
const PACKAGE_MANAGER = /\b(?:p?npm|npx)\b/;

/** No chain of launchers is this long; a list of processes that turns in a circle would be. */
const MAX_LINKS = 8;

/**
 * The links from process `pid` up through whatever started it and the package managers above that: `npx pnpm start`
 * is npx, pnpm, a shell, and us, and none of the first two passes a SIGTERM on. What is above them (a terminal, a
 * script that started us in the background) may end without us.
 */
export async function findLaunchers(pid: number, lookUp: LookUp): Promise<readonly Link[]> {
  const links: Link[] = [];
  let child = pid;
  while (links.length < MAX_LINKS) {
    const parent = (await lookUp(child))?.parent ?? 0;
    if (parent <= 1) break;
    if (links.length > 0 && !PACKAGE_MANAGER.test((await lookUp(parent))?.command ?? '')) break;
    links.push({ child, parent });
    child = parent;
  }
  return links;
}

/** Whether one of the launchers has ended: then its child has another parent, or has ended as well. */
export async function hasLostLauncher(links: readonly Link[], lookUp: LookUp): Promise<boolean> {
  for (const { child, parent } of links) {
    if ((await lookUp(child))?.parent !== parent) return true;
  }
  return false;
}

/** Asks /proc where there is one, ps elsewhere. */
export const lookUpProcess: LookUp = async (pid) => {
  if (process.platform === 'win32') return undefined;
  try {
    if (process.platform !== 'linux') return parsePs(await ps(pid));
    const [stat, command] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
    ]);
    return { parent: parseStat(stat), command: command.replaceAll('\0', ' ').trim() };
  } catch {
    return undefined;
  }
};

async function ps(pid: number): Promise<string> {
  return (await promisify(execFile)('ps', ['-ww', '-o', 'ppid=,command=', '-p', String(pid)])).stdout;
}

/** The parent in `/proc/<pid>/stat`: the second word after the name, which may hold spaces and brackets itself. */
export function parseStat(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** The parent and the command in a line of ps. */
export function parsePs(line: string): ProcessEntry | undefined {
  const found = /^\s*(\d+)\s+(.*)$/m.exec(line);
  return found === null ? undefined : { parent: Number(found[1]), command: (found[2] ?? '').trim() };
}
