import { ERROR_STATUS, type ErrorCode, type ErrorDetails, type FieldProblem } from '@lead-credits/contract';

/** An expected outcome that is not success. The code is the API; the entrances translate it, nobody catches it. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Refuses input field by field; `reason` is a key of the message catalogue. */
export function validationFailed(...problems: FieldProblem[]): DomainError {
  return new DomainError('VALIDATION_FAILED', { problems });
}

/** The same answer for what does not exist and for what belongs to somebody else. */
export function notFound(): DomainError {
  return new DomainError('NOT_FOUND');
}

/** States that cannot be: a broken assumption of ours, never a person's input. */
export function assert(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${what}`);
}

/** The one row a statement must give. */
export function only<T>(rows: readonly T[], what: string): T {
  const [first] = rows;
  if (first === undefined || rows.length !== 1)
    throw new Error(`expected one row: ${what}, got ${rows.length}`);
  return first;
}
