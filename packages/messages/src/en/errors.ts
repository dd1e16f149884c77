/** What an error code says to a person: what happened, what was not charged, what to do. */
export const errors = {
  UNAUTHENTICATED: 'Sign in to continue.',
  WEBHOOK_SIGNATURE_INVALID: 'The webhook signature does not fit the body.',
  INSUFFICIENT_CREDITS:
    'This needs {{required}} credits and {{available}} are available. Nothing was uploaded and no credits were used.',
  FORBIDDEN: 'Your role does not include this. Ask an owner or admin of the organisation.',
  NOT_FOUND: 'There is nothing here, or it belongs to somebody else.',
  IDEMPOTENCY_KEY_REUSED: 'This key was used before with other input. Nothing was changed. Use a new key.',
  RESERVATION_NOT_OPEN: 'This reservation is already settled or has expired. No credits were used.',
  INVOICE_ALREADY_SETTLED: 'This bill is already settled. Nothing was changed.',
  TOP_UP_NOT_OPEN: 'This top-up is no longer open. Nothing was charged.',
  CONFLICT: 'Somebody changed this meanwhile. Nothing was changed. Reload and try again.',
  FILE_TOO_LARGE:
    'The file is larger than {{limitMegabytes}} MB. Nothing was uploaded or charged. Split it and upload the parts.',
  UNSUPPORTED_FILE:
    'This is not a CSV file. Nothing was uploaded or charged. Save it as CSV and upload that.',
  FILE_TOO_LARGE_UNPACKED: 'The file unpacks to more than is allowed. Nothing was uploaded or charged.',
  FILE_UNREADABLE: 'The file cannot be read. Nothing was uploaded or charged.',
  VALIDATION_FAILED: 'Some of the input does not fit. Nothing was changed.',
  RATE_LIMITED: 'Too many requests. Wait {{retryAfterSeconds}} seconds and try again.',
  GATEWAY_UNAVAILABLE: 'Razorpay does not answer. Nothing was charged. Try again in a minute.',
  INTERNAL: 'Internal error. Nothing was charged. Quote the request id to support.',
} as const;
