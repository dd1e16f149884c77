import { databaseError } from '@lead-credits/db';

/** What of an error may be written down. */
export type DescribedError = {
  name: string;
  message: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: DescribedError;
};

/** Drizzle puts the values of a statement below this line of its message. */
const PARAMETERS = /\nparams:[\s\S]*$/;
const MAX_MESSAGE = 2_000;
const CAUSES = 3;

/** Removes what looks like an e-mail address, a phone or another long number, or a key. */
export function maskText(text: string): string {
  return text
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]')
    .replace(/\b(?:lc_[0-9A-Za-z]{8,}|rzp_[a-z]+_[0-9A-Za-z]+)/g, '[key]')
    .replace(/\+?\d[\d -]{7,}\d/g, '[number]');
}

/**
 * An error as the log may keep it: kind, masked message, SQLSTATE and constraint, where in the code. Never Postgres'
 * `detail` ("Key (phone)=(+91…) already exists"), a statement's values, or other fields an error carries along.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, message: messageOf(error) };
  const message = messageOf(error);
  const database = depth === 0 ? databaseError(error) : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    message,
    ...(database ? { code: database.code } : {}),
    ...(database?.constraint ? { constraint: database.constraint } : {}),
    ...(frames?.length ? { stack: frames.join('\n') } : {}),
    ...(error.cause && depth < CAUSES ? { cause: describeError(error.cause, depth + 1) } : {}),
  };
}

/** pg-boss also tells of problems as plain objects with a message. */
function messageOf(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? error.message : undefined;
  if (typeof message !== 'string') return 'not an Error';
  return maskText(message.replace(PARAMETERS, '').slice(0, MAX_MESSAGE));
}
