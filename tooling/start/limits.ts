/** Every limit of the supervisor, in one place. Times in milliseconds. */
export const limits = {
  /** Building took 3 s here, migrating 0.5 s, seeding 1 s. */
  stepTimeoutMs: 300_000,
  readyTimeoutMs: 60_000,
  /** A child gets this long to finish what it is doing. */
  stopTimeoutMs: 10_000,
  /** After a child's exit, for the rest of what it said. */
  streamEndTimeoutMs: 1_000,
  /** A crashed child is started again after these delays, and not any more after so many crashes in a minute. */
  restartDelaysMs: [250, 500, 1_000, 2_000, 4_000],
  restartWindowMs: 60_000,
  /** Children that lost their parent stop listening at once and end within `stopTimeoutMs`. */
  orphansTimeoutMs: 10_000,
  orphansPollMs: 50,
  parentPollMs: 500,
  logBytes: 10_000_000,
  lastWords: 20,
  lineLength: 4_000,
} as const;
