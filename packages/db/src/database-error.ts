/** What a driver's error says, whichever driver it was. */
export type DatabaseError = { code: string; constraint: string | undefined };

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Reads SQLSTATE and constraint name from postgres.js' (`constraint_name`), pg's (`constraint`) and Drizzle's (cause) errors. */
export function databaseError(error: unknown): DatabaseError | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 4; at = at.cause, depth += 1) {
    const fields = new Map<string, unknown>(Object.entries(at));
    const code = text(fields.get('code'));
    if (code && /^[0-9A-Z]{5}$/.test(code)) {
      return { code, constraint: text(fields.get('constraint_name')) ?? text(fields.get('constraint')) };
    }
  }
  return undefined;
}

export const UNIQUE_VIOLATION = '23505';
export const CHECK_VIOLATION = '23514';
const RETRYABLE = new Set(['40001', '40P01', '55P03']);

/** Serialization failure, deadlock, lock time-out: the same work may simply be done again. */
export function isRetryable(error: unknown): boolean {
  const found = databaseError(error);
  return found !== undefined && RETRYABLE.has(found.code);
}

/** True when that named unique constraint refused the write. */
export function violates(error: unknown, constraint: string): boolean {
  const found = databaseError(error);
  return found?.code === UNIQUE_VIOLATION && found.constraint === constraint;
}
