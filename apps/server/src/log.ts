import { type DestinationStream, type Logger, pino } from 'pino';
import { describeError } from './describe-error.ts';

export type { Logger };

/**
 * JSON lines on standard output. Errors go through `describeError`; what is logged is chosen field by field, and the
 * redaction below is the second fence: headers, cookies, keys, phones and addresses never reach a line.
 */
export function createLog(level = 'info', destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: describeError, error: describeError },
      redact: {
        paths: [
          'headers',
          'cookie',
          'authorization',
          'password',
          'secret',
          'phone',
          'email',
          'body',
          'to',
        ].flatMap((name) => [name, `*.${name}`]),
        censor: '[redacted]',
      },
    },
    ...(destination ? [destination] : []),
  );
}
