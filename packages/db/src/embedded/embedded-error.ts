/** What can keep the embedded Postgres from running. */
export type EmbeddedFailure =
  | 'UNSUPPORTED_PLATFORM'
  | 'ROOT_NOT_SUPPORTED'
  | 'DATA_NOT_REACHABLE'
  | 'DATA_OF_OTHER_VERSION'
  | 'DATA_DAMAGED'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'START_TIMED_OUT';

/** An expected failure of the embedded Postgres; `message` is one sentence for the person at the terminal. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedFailure;

  constructor(code: EmbeddedFailure, message: string) {
    super(message);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}
