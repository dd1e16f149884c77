/** How far an import was at one moment. */
export type Sample = { atMs: number; rowsRead: number };

/** The rate is the mean of this long. */
const RATE_OVER_MS = 5_000;
/** A guess before this would jump about. */
const GUESS_AFTER_MS = 3_000;
const GUESS_AFTER_SHARE = 0.02;
const ROUND_SECONDS = 5;

export type ImportPace = {
  rowsPerSecond: number;
  /** Rounded to 5 s; null while it would be a guess, or once all rows are read. */
  secondsLeft: number | null;
};

/** Samples of the last seconds with the new one, oldest first; the newest before that time stays as their base. */
export function keepSamples(samples: readonly Sample[], next: Sample): Sample[] {
  const inTime = samples.filter(({ atMs }) => atMs > next.atMs - RATE_OVER_MS);
  const base = samples[samples.length - inTime.length - 1];
  return [...(base ? [base] : []), ...inTime, next];
}

/** How fast rows are read, and about how long the rest takes. Pure; null until two moments are known. */
export function importPace(samples: readonly Sample[], rows: number, startedMs: number): ImportPace | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMs <= first.atMs) return null;
  const rowsPerSecond = ((last.rowsRead - first.rowsRead) * 1_000) / (last.atMs - first.atMs);
  if (rowsPerSecond <= 0) return null;
  const rest = rows - last.rowsRead;
  const isGuess = last.atMs - startedMs < GUESS_AFTER_MS || last.rowsRead < rows * GUESS_AFTER_SHARE;
  if (isGuess || rest <= 0) return { rowsPerSecond: Math.round(rowsPerSecond), secondsLeft: null };
  const seconds = Math.ceil(rest / rowsPerSecond / ROUND_SECONDS) * ROUND_SECONDS;
  return { rowsPerSecond: Math.round(rowsPerSecond), secondsLeft: seconds };
}
