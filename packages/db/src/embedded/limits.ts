/** Every limit of the embedded Postgres, in one place. Times in milliseconds. */
export const limits = {
  /** initdb took 0.6–1.5 s here; a cold disk may need far more. */
  initdbTimeoutMs: 120_000,
  /** Crash recovery replays at most max_wal_size (1 GB) of log before the server answers. */
  readyTimeoutMs: 120_000,
  pollIntervalMs: 25,
  /** Retried: a port taken in between. */
  startAttempts: 10,
  startRetryDelayMs: 300,
  /** Retried longer: shared memory that the busy sessions of a killed postmaster still hold, where they cannot be ended. */
  heldTimeoutMs: 60_000,
  /** Fast shutdown writes a checkpoint; after this it is told to stop without one, then killed. */
  fastStopTimeoutMs: 30_000,
  immediateStopTimeoutMs: 5_000,
  killTimeoutMs: 5_000,
  /** How long a second start waits for the first one to answer. */
  guestTimeoutMs: 120_000,
  connectTimeoutSeconds: 5,
  logRotateBytes: 10_000_000,
  logTailBytes: 4_000,
} as const;
