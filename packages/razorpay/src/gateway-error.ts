/** How a call to Razorpay failed, from the caller's point of view: may it have worked, is it worth another try. */
export type GatewayErrorKind =
  /** No answer: refused, reset, name not found. The request may have been carried out. */
  | 'network'
  /** No answer in time. The request may have been carried out: look it up before repeating it. */
  | 'timeout'
  /** HTTP 429: nothing happened, try later. */
  | 'rate_limited'
  /** Razorpay understood and said no (4xx with its error body): repeating changes nothing. */
  | 'refused'
  /** 5xx, a gateway's HTML page, or Razorpay's own SERVER_ERROR: try later. */
  | 'unavailable'
  /** An answer that is not Razorpay's wire format, or not what was asked for. */
  | 'unexpected';

/** Razorpay's words about a failure: safe to store; the description may be shown to staff. */
export type GatewayErrorDetails = {
  statusCode?: number;
  code?: string;
  description?: string;
  reason?: string;
};

/**
 * The only error a gateway's verbs reject with. It never holds the request, its headers or keys, and
 * has no `cause`: axios keeps the Basic credentials in its errors. The message names status, code and
 * reason only, so that it can be logged.
 */
export class GatewayError extends Error {
  readonly kind: GatewayErrorKind;
  readonly statusCode: number | undefined;
  readonly code: string | undefined;
  readonly description: string | undefined;
  readonly reason: string | undefined;

  constructor(kind: GatewayErrorKind, details: GatewayErrorDetails = {}) {
    const parts = [
      details.statusCode === undefined ? undefined : `HTTP ${details.statusCode}`,
      details.code,
      details.reason,
    ].filter((part) => part !== undefined);
    super(parts.length > 0 ? `Razorpay ${kind}: ${parts.join(', ')}` : `Razorpay ${kind}`);
    this.name = 'GatewayError';
    this.kind = kind;
    this.statusCode = details.statusCode;
    this.code = details.code;
    this.description = details.description;
    this.reason = details.reason;
  }
}
