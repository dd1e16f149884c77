import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from '@lead-credits/db';
import type { Figures } from './compare.ts';
import { copyFile, createImportPlace, emptyLeads, importFile, pathsIn } from './import-steps.ts';
import { type LeadTarget, MILLION, writeCopyFile, writeLeadFile } from './lead-files.ts';
import type { Place } from './place.ts';
import { type BenchProject, createCtx } from './world.ts';

/** What a process of its own is told to do, and then says how much memory it took at most. */
type Task = {
  kind: 'idle' | 'copy' | 'import';
  url: string;
  folder: string;
  path: string;
  target: LeadTarget;
};

const SMALL_SHARE = 10;

/** Peak memory of a process that imports a million rows, against one that only COPYs them through the same driver. */
export async function run(place: Place): Promise<Figures> {
  const { target } = await createImportPlace(place);
  const paths = pathsIn(place);
  const small = `${paths.csv}.small`;
  await writeLeadFile(paths.csv, MILLION);
  await writeLeadFile(small, MILLION / SMALL_SHARE);
  await writeCopyFile(paths.csv, paths.clean, target);
  const program = await bundleSelf(place);
  const peakOf = async (kind: Task['kind'], path: string): Promise<number> => {
    await emptyLeads(place);
    return peakMegabytes(program, { kind, path, target, url: place.url, folder: place.folder });
  };
  const idle = await peakOf('idle', paths.csv);
  const floor = await peakOf('copy', paths.clean);
  const tenth = await peakOf('import', small);
  const value = await peakOf('import', paths.csv);
  const perRow = ((value - tenth) * 1_000_000) / (MILLION - MILLION / SMALL_SHARE);
  const note = `idle ${idle.toFixed(0)} MB; a tenth of the rows ${tenth.toFixed(0)} MB: ${perRow.toFixed(0)} bytes a row`;
  return { value, floor, unit: 'MB', note };
}

/** As JavaScript: production runs bundles, and the compiler that strips types would take 270 MB in the same process. */
async function bundleSelf({ folder }: Place): Promise<string> {
  const { build } = await import('rolldown');
  const program = join(folder, 'measured.js');
  const external = ['pg-native', 'rolldown'];
  const output = { file: program, format: 'esm', codeSplitting: false } as const;
  await build({
    input: fileURLToPath(import.meta.url),
    platform: 'node',
    external,
    logLevel: 'silent',
    output,
  });
  return program;
}

async function peakMegabytes(program: string, task: Task): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [program, JSON.stringify(task)]);
  return Number(stdout) / 1_000;
}

/** Run by itself, this file is the process that is measured. */
async function measureSelf({ kind, url, folder, path, target }: Task): Promise<void> {
  const db = openDatabase({ url, max: 4, maxCopy: 2 });
  const { projectId } = target;
  const key: BenchProject['ctx']['actor'] = {
    kind: 'apiKey',
    apiKeyId: target.importId,
    projectId,
    scopes: ['leads'],
    name: 'bench',
  };
  await db.run({ name: 'bench-connect', text: 'select 1', values: [] });
  if (kind === 'copy') await copyFile(db, path);
  if (kind === 'import') await importFile({ ...createCtx(db, folder), actor: key }, target, path);
  await db.close();
  console.log(peakKilobytes());
}

/** Linux hands a parent's peak down in `maxRSS`; the high-water mark in /proc is the process's own. */
function peakKilobytes(): number {
  const status = process.platform === 'linux' ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

const [, , task] = process.argv;
if (import.meta.main && task) await measureSelf(JSON.parse(task));
