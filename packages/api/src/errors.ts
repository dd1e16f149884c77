import { ERROR_STATUS, type ErrorCode, type ErrorDetails } from '@lead-credits/contract';
import { DomainError } from '@lead-credits/core';
import { errorMessage } from '@lead-credits/messages';
import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';

export type PublicError = {
  code: ErrorCode | 'INTERNAL';
  status: number;
  message: string;
  details: ErrorDetails;
};

/** zod's own words are for developers: the field and its issue code are enough for a form to say it well. */
function problemsOf(error: ZodError): ErrorDetails {
  return {
    problems: error.issues.map((issue) => ({
      field: issue.path.join('.'),
      reason: issue.code,
      message: issue.message,
    })),
  };
}

const TRPC_CODES: Partial<Record<TRPCError['code'], ErrorCode>> = {
  NOT_FOUND: 'NOT_FOUND',
  UNAUTHORIZED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  BAD_REQUEST: 'VALIDATION_FAILED',
  PARSE_ERROR: 'VALIDATION_FAILED',
  METHOD_NOT_SUPPORTED: 'VALIDATION_FAILED',
  UNSUPPORTED_MEDIA_TYPE: 'VALIDATION_FAILED',
  PAYLOAD_TOO_LARGE: 'FILE_TOO_LARGE',
  TOO_MANY_REQUESTS: 'RATE_LIMITED',
};

function expected(code: ErrorCode, details: ErrorDetails = {}): PublicError {
  return { code, status: ERROR_STATUS[code], message: errorMessage(code, details), details };
}

/**
 * The one translation of errors for every entrance. Domain errors keep code and details, refused input becomes
 * VALIDATION_FAILED (tRPC would answer 400), everything else is an internal error and says nothing more.
 */
export function publicError(error: unknown): PublicError {
  if (error instanceof DomainError) return expected(error.code, error.details);
  if (error instanceof ZodError) return expected('VALIDATION_FAILED', problemsOf(error));
  if (error instanceof TRPCError) {
    if (error.cause instanceof DomainError) return publicError(error.cause);
    // A schema that fails on the way out is our own fault, never the caller's.
    if (error.cause instanceof ZodError && error.code === 'BAD_REQUEST') return publicError(error.cause);
    const code = TRPC_CODES[error.code];
    if (code) return expected(code);
  }
  return { code: 'INTERNAL', status: 500, message: errorMessage('INTERNAL'), details: {} };
}
