import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import {
  identityOf,
  isLeadRow,
  mapColumns,
  mapRow,
  openLeadFile,
  validateRow,
} from '@lead-credits/lead-file';
import { v7 } from 'uuid';
import { copyField, copyLine } from '../packages/core/src/leads/import/copy-text.ts';

/** The process the files are for. */
export const VARIABLES = [
  { name: 'city', label: 'City', type: 'text', required: false },
  { name: 'loanAmount', label: 'Loan amount', type: 'amount', required: false },
  { name: 'dueDate', label: 'Due date', type: 'date', required: false },
] as const;
const SHAPE = { variables: VARIABLES.map((variable) => ({ ...variable })) };

/** BENCH_ROWS makes the files of a million rows shorter. */
export const MILLION = Number(process.env['BENCH_ROWS'] ?? 1_000_000);

const CITIES = ['Bengaluru', 'Mumbai', 'Pune', 'Chennai', 'Kochi', 'New Delhi', 'Jaipur', 'Indore'];
const ROWS_PER_WRITE = 5_000;

/** Series that are allotted throughout, so that libphonenumber too takes every number. */
const SERIES = [98, 99, 97, 96];

/** Different for different rows and in no order, like the phones of people. Coprime factor: none comes twice. */
function phoneOf(row: number): string {
  const rest = String((row * 2_654_435_761) % 100_000_000).padStart(8, '0');
  return `${SERIES[row % SERIES.length]}${rest}`;
}

/** One row in a hundred has no usable phone, one in a hundred repeats the row before it. */
function lineOf(row: number): string {
  const phone = row % 100 === 50 ? '12345' : phoneOf(row % 100 === 70 ? row - 1 : row);
  const email = row % 100 === 70 ? `lead${row - 1}@example.in` : `lead${row}@example.in`;
  const day = String(1 + (row % 28)).padStart(2, '0');
  return `Asha Verma ${row},${phone},${email},${CITIES[row % CITIES.length]},${1_000 + (row % 90_000)},${day}/01/2027\n`;
}

/** A CSV file of that many rows, the same each time. */
export async function writeLeadFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  await write(file, 'Name,Phone,Email,City,Loan amount,Due date\n');
  for (let row = 0; row < rows; row += ROWS_PER_WRITE) {
    const count = Math.min(ROWS_PER_WRITE, rows - row);
    await write(file, Array.from({ length: count }, (_, n) => lineOf(row + n)).join(''));
  }
  file.end();
  await once(file, 'close');
}

async function write(file: WriteStream, text: string): Promise<void> {
  if (!file.write(text)) await once(file, 'drain');
}

export type LeadTarget = { projectId: string; processId: string; importId: string };

export const COPY_LEADS = `copy app.lead (id, project_id, process_id, import_id, identity, state, name, phone, email,
  metadata, created_at) from stdin`;

/**
 * The clean rows of a lead file as COPY wants them, in the order of the file, without the failed ones and repetitions.
 * `keep` picks among them by their number. Gives how many there are.
 */
export async function writeCopyFile(
  csvPath: string,
  copyPath: string,
  target: LeadTarget,
  keep: (clean: number) => boolean = () => true,
): Promise<number> {
  const file = await openLeadFile(() => createReadStream(csvPath), { process: SHAPE });
  const mapping = mapColumns(file.header, SHAPE);
  if (!mapping.ok) throw new Error('the file of the benchmark has its columns');
  const out = createWriteStream(copyPath);
  const now = new Date().toISOString();
  const seen = new Set<string>();
  let kept = 0;
  for await (const batch of file.rows()) {
    let text = '';
    for (const row of batch.filter((found) => isLeadRow(found, mapping.map))) {
      const read = validateRow(mapRow(row, mapping.map), SHAPE);
      if (read.outcome === 'failed') continue;
      const identity = identityOf(read.lead);
      if (seen.has(identity)) continue;
      seen.add(identity);
      if (!keep(seen.size - 1)) continue;
      kept += 1;
      const { name, phone, email, metadata } = read.lead;
      const { projectId, processId, importId } = target;
      const fields = [v7(), projectId, processId, importId, identity, 'queued', name, phone, email];
      text += copyLine([...fields, JSON.stringify(metadata), now].map(copyField));
    }
    if (text) await write(out, text);
  }
  out.end();
  await once(out, 'close');
  return kept;
}
