import type { Demo } from './demo-file.ts';

/** What is said when everything runs. */
export interface BannerFacts {
  readonly url: string;
  readonly sandboxUrl: string | undefined;
  readonly demo: Demo | undefined;
  readonly dataDir: string;
  readonly isDev: boolean;
}

/** The box that `pnpm start` ends with: where to go, who to be, and how to stop. */
export function banner(facts: BannerFacts): string {
  const { demo } = facts;
  const places = [
    ['Open', facts.url],
    ...(facts.sandboxUrl ? [['Razorpay sandbox', facts.sandboxUrl]] : []),
    ...(demo?.outboxUrl ? [['Mail outbox', demo.outboxUrl]] : []),
    ['Data and logs', facts.dataDir],
  ];
  const accounts = demo?.accounts.map(({ role, email, password }) => [role, email, password]) ?? [];
  return box([
    facts.isDev ? 'Lead Credits is running and reloads when its code changes' : 'Lead Credits is running',
    '',
    ...columns(places),
    ...(accounts.length > 0 ? ['', 'Demo accounts (role, e-mail, password)', ...columns(accounts)] : []),
    '',
    'Ctrl-C stops everything',
  ]);
}

/** Rows of text with their columns under each other. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  );
}

/** Lines of text in a frame. */
function box(lines: readonly string[]): string {
  const width = Math.max(...lines.map((line) => line.length));
  const edge = '─'.repeat(width + 4);
  return [`╭${edge}╮`, ...lines.map((line) => `│  ${line.padEnd(width)}  │`), `╰${edge}╯`].join('\n');
}
