import { readFileSync } from 'node:fs';
import { createTestDatabase } from '@lead-credits/db/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueLotStatement, reserveStatement, settleStatement } from '../packages/core/src/ledger/index.ts';

/** Runs the session as psql would and compares what it prints; `vitest -u` writes ledger.sql.out anew. */
const session = readFileSync(new URL('./ledger.sql', import.meta.url), 'utf8');
const NUMBERS = new Set([20, 21, 23, 1700]);

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await createTestDatabase();
  sql = postgres(database.url, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** The statements with the comments above them; a line ends each. */
function statementsOf(text: string): string[] {
  return text
    .split(/(?<=;)\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** What psql prints for one statement: a table, a tag, or the error. */
async function print(statement: string): Promise<string> {
  try {
    const result = await sql.unsafe(statement).raw();
    const columns = result.columns ?? [];
    if (columns.length === 0) return tagOf(result);
    const rows = result.map((row) => [...row].map((cell) => (cell === null ? '' : cell.toString())));
    return tableOf(columns, rows);
  } catch (error) {
    if (error instanceof postgres.PostgresError) return `ERROR:  ${error.message}`;
    throw error;
  }
}

function tagOf({ command, count }: { command: string; count: number | null }): string {
  return command === 'INSERT' ? `INSERT 0 ${count}` : `${command}${count === null ? '' : ` ${count}`}`;
}

function tableOf(columns: readonly { name: string; type: number }[], rows: readonly string[][]): string {
  const widths = columns.map(({ name }, at) =>
    Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string => ` ${cells.join(' | ')}`.trimEnd();
  const head = columns.map(({ name }, at) => centred(name, widths[at] ?? 0));
  const body = rows.map((row) =>
    line(
      row.map((cell, at) =>
        NUMBERS.has(columns[at]?.type ?? 0) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      ),
    ),
  );
  const rule = widths.map((width) => '-'.repeat(width + 2)).join('+');
  return [line(head), rule, ...body, `(${rows.length} ${rows.length === 1 ? 'row' : 'rows'})`].join('\n');
}

function centred(name: string, width: number): string {
  return name.padStart(name.length + Math.floor((width - name.length) / 2)).padEnd(width);
}

describe('the narrated session', () => {
  it('prints what it printed before', async () => {
    let printed = '';
    for (const statement of statementsOf(session)) printed += `${statement}\n${await print(statement)}\n\n`;
    await expect(printed).toMatchFileSnapshot('./ledger.sql.out');
  });

  const now = new Date(0);
  const account = { accountId: '', key: '', amount: 1, now, actor: '' };
  const issued = { lotId: '', kind: 'grant', pricePaise: 0, topUpId: null, expiresAt: null } as const;
  const product = {
    issue_lot: issueLotStatement({ ...account, ...issued }),
    reserve: reserveStatement({ ...account, purpose: 'api', importId: null, expiresAt: null }),
    capture: settleStatement({ ...account, verb: 'capture', settleKey: '' }),
  };

  it.each(Object.entries(product))('prepares %s exactly as the product runs it', (name, { text }) => {
    const shown = new RegExp(`prepare ${name} as\\s([^;]*);`).exec(session)?.[1];
    const words = (statement: string | undefined): string => (statement ?? '').replace(/\s+/g, ' ').trim();
    expect(words(shown)).toBe(words(text));
  });
});
