import { ERROR_STATUS, type ErrorCode, type FieldProblem } from '@lead-credits/contract';

/** A code of the server, or that no answer came at all. */
export type AppErrorCode = ErrorCode | 'INTERNAL' | 'UNREACHABLE';

export type AppError = {
  code: AppErrorCode;
  /** What travels beside the code, for example `{available, required, shortage}`. */
  details: Readonly<Record<string, unknown>>;
  requestId: string | null;
  /** Fields that were refused; `reason` is a key of the catalogue. */
  problems: readonly FieldProblem[];
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_STATUS, value);
}

function problemsIn(value: unknown): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    if (!isRecord(item) || typeof item['field'] !== 'string' || typeof item['reason'] !== 'string') return [];
    return [{ field: item['field'], reason: item['reason'] }];
  });
}

function fromRecord(code: unknown, record: Record<string, unknown>): AppError {
  const { requestId, problems, ...details } = record;
  return {
    code: isCode(code) ? code : 'INTERNAL',
    details,
    requestId: typeof requestId === 'string' ? requestId : null,
    problems: problemsIn(problems),
  };
}

/**
 * Reads what a failed call means: a tRPC error carries its code in `data.domain`. An error without an answer of the
 * server (no network, server down) is UNREACHABLE.
 */
export function readError(error: unknown): AppError {
  const data = isRecord(error) || error instanceof Error ? Reflect.get(error, 'data') : undefined;
  if (isRecord(data) && 'domain' in data) return fromRecord(data['domain'], data);
  return { code: 'UNREACHABLE', details: {}, requestId: null, problems: [] };
}

/** Reads the body of a plain route's error, `{error: {code, message, requestId, …}}`. */
export function readPlainError(body: unknown): AppError {
  const error = isRecord(body) ? body['error'] : undefined;
  if (isRecord(error)) return fromRecord(error['code'], error);
  return { code: 'INTERNAL', details: {}, requestId: null, problems: [] };
}
