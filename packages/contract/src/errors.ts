/**
 * The closed set of error codes. The code is the API, the text is not. A plain route answers
 * `{error: {code, message, requestId, ...details}}`, tRPC carries the code in `error.data.domain` with the
 * same details beside it.
 */
export const ERROR_STATUS = {
  UNAUTHENTICATED: 401,
  WEBHOOK_SIGNATURE_INVALID: 401,
  INSUFFICIENT_CREDITS: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  IDEMPOTENCY_KEY_REUSED: 409,
  RESERVATION_NOT_OPEN: 409,
  INVOICE_ALREADY_SETTLED: 409,
  TOP_UP_NOT_OPEN: 409,
  CONFLICT: 409,
  FILE_TOO_LARGE: 413,
  UNSUPPORTED_FILE: 415,
  FILE_TOO_LARGE_UNPACKED: 422,
  FILE_UNREADABLE: 422,
  VALIDATION_FAILED: 422,
  RATE_LIMITED: 429,
  GATEWAY_UNAVAILABLE: 502,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** What travels beside a code, for example `{available, required, shortage}`. Plain JSON, never secrets or phones. */
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** INSUFFICIENT_CREDITS always carries these three integers. */
export type Shortage = { available: number; required: number; shortage: number };

/** VALIDATION_FAILED carries one row per field that was refused; `reason` is a key of the message catalogue. */
export type FieldProblem = { field: string; reason: string };
