import type { Context as HonoContext } from 'hono';

type Words = {
  description: string;
  code?: string;
  field?: string;
  source?: string;
  step?: string;
  reason?: string;
  metadata?: Record<string, string>;
  status?: 400 | 401 | 403 | 413;
};

/** An answer that refuses, with all seven keys of Razorpay's error bodies. */
export class ApiError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.description);
    this.name = 'ApiError';
    this.words = words;
  }

  /** Razorpay answers 400, not 404 (test-s2s/error-index). */
  static unknownId(): ApiError {
    return new ApiError({ description: 'The id provided does not exist' });
  }

  static invalid(field: string, description: string): ApiError {
    return new ApiError({ description, field });
  }

  static extraField(fields: readonly string[]): ApiError {
    return new ApiError({
      description: `${fields.join(', ')} is/are not required and should not be sent`,
      reason: 'extra_field_sent',
      field: fields[0],
    });
  }

  /** The body as Razorpay writes it. */
  body(): object {
    const { words } = this;
    return {
      error: {
        code: words.code ?? 'BAD_REQUEST_ERROR',
        description: words.description,
        source: words.source ?? 'business',
        step: words.step ?? 'payment_initiation',
        reason: words.reason ?? 'input_validation_failed',
        metadata: words.metadata ?? {},
        field: words.field ?? null,
      },
    };
  }
}

/** Answers with the error; anything but an ApiError is a fault of the sandbox and says so. */
export function answerError(error: Error, c: HonoContext): Response {
  if (error instanceof ApiError) return c.json(error.body(), error.words.status ?? 400);
  console.error('[sandbox]', error);
  const fault = new ApiError({
    code: 'SERVER_ERROR',
    description: 'The server encountered an error. The incident has been reported to admins.',
    source: 'internal',
    step: 'NA',
    reason: 'server_error',
  });
  return c.json(fault.body(), 500);
}
