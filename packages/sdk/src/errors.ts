import { ERROR_STATUS, type ErrorCode, type ErrorDetails } from '@lead-credits/contract';

/** `UNREACHABLE`: no answer, or none that could be understood. The SDK fails closed: it never assumes credit. */
export type SdkErrorCode = ErrorCode | 'INTERNAL' | 'UNREACHABLE';

/** Every failure of the SDK. The code is the API; `details` is what the server says beside it. */
export class LeadCreditsError extends Error {
  readonly code: SdkErrorCode;
  readonly status: number;
  readonly details: ErrorDetails;
  readonly requestId: string | undefined;

  constructor(
    code: SdkErrorCode,
    message: string,
    from: { status?: number; details?: ErrorDetails; requestId?: string } = {},
  ) {
    super(message);
    this.name = 'LeadCreditsError';
    this.code = code;
    this.status = from.status ?? 0;
    this.details = from.details ?? {};
    this.requestId = from.requestId;
  }
}

/** INSUFFICIENT_CREDITS with its three numbers, in credits. Nothing was reserved, stored or charged. */
export class InsufficientCreditsError extends LeadCreditsError {
  readonly available: number;
  readonly required: number;
  readonly shortage: number;

  constructor(message: string, from: { status?: number; details?: ErrorDetails; requestId?: string }) {
    super('INSUFFICIENT_CREDITS', message, from);
    this.name = 'InsufficientCreditsError';
    this.available = Number(from.details?.available ?? 0);
    this.required = Number(from.details?.required ?? 0);
    this.shortage = Number(from.details?.shortage ?? 0);
  }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(ERROR_STATUS), 'INTERNAL']);

function isCode(code: string | undefined): code is SdkErrorCode {
  return code !== undefined && KNOWN.has(code);
}

/** Reads `{code, message, requestId, ...details}`, as a plain route sends it, or tRPC's `data` with `domain`. */
export function errorFrom(body: unknown, status: number, fallback: string): LeadCreditsError {
  const { domain, code, message, requestId, ...details } = Object.fromEntries(fieldsOf(body));
  const found = textOf(domain) ?? textOf(code);
  const text = textOf(message) ?? fallback;
  const from = { status, details, requestId: textOf(requestId) };
  if (found === 'INSUFFICIENT_CREDITS') return new InsufficientCreditsError(text, from);
  return new LeadCreditsError(isCode(found) ? found : 'UNREACHABLE', text, from);
}
