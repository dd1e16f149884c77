import { publicError } from '@lead-credits/api';
import { DomainError } from '@lead-credits/core';
import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppContext, AppEnv } from '../app-env.ts';
import { maskText } from '../describe-error.ts';
import type { Logger } from '../log.ts';

/** Hono's own refusals in our words. */
function asDomainError(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error;
  if (error.status === 403) return new DomainError('FORBIDDEN');
  return error;
}

/** The body of every plain route's error. Codes, details and texts come from the one translation of the API. */
export function answerError(c: AppContext, error: unknown): Response {
  const { code, status, message, details } = publicError(asDomainError(error));
  if (typeof details['retryAfterSeconds'] === 'number')
    c.header('Retry-After', String(details['retryAfterSeconds']));
  const body = { error: { ...details, code, message, requestId: c.get('requestId') } };
  return c.newResponse(JSON.stringify(body), Response.json(null, { status }));
}

/** The one place where what a route throws becomes an answer. What nobody expected is logged and says nothing. */
export function errorHandler(log: Logger): ErrorHandler<AppEnv> {
  return (error, c) => {
    const answer = answerError(c, error);
    if (answer.status >= 500) logUnexpected(log, c, error);
    return answer;
  };
}

/** Writes down what nobody expected. Its first line also stands on the terminal of `pnpm start`. */
export function logUnexpected(log: Logger, c: AppContext, error: unknown): void {
  const requestId = c.get('requestId');
  const name =
    error instanceof Error ? `${error.name}: ${maskText(error.message).split('\n')[0]}` : 'unknown';
  log.error({ requestId, err: error }, `request ${requestId} failed: ${name}`);
}
