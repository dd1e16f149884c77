/** Every limit of the server, in one place. */
export const limits = {
  /** Razorpay's events are below 20 kB; more than this is no webhook. */
  webhookBytes: 256 * 1024,
  /** Razorpay takes an answer after 5 s for a failure: applying goes on behind the answer. */
  webhookApplyMs: 2_500,
  /** A tRPC request; lead files go to `POST /imports`. */
  jsonBytes: 1_000_000,
  /** Sign-in, sign-out, the set-up form. */
  formBytes: 16 * 1024,
  /** Calls in one tRPC batch: without it one request would carry any number past a limit per request. */
  batchSize: 20,
  /** What is read and dropped of a body that was refused in the middle, so that its answer arrives. */
  dropBytes: 16_000_000,
  dropMs: 1_000,
  headerBytes: 16 * 1024,

  /** One lead file, and the rows an .xlsx can hold. */
  fileBytes: 200_000_000,
  fileRows: 1_048_576,
  uploadsAtOnce: 64,
  /** A sender that stays silent for so long is cut off. */
  uploadStallMs: 30_000,
  importWaitMs: 60_000,

  headersTimeoutMs: 15_000,
  /** For a whole request: 200 MB at 3 Mbit/s. Short bodies have `formBytes` and `jsonBytes`. */
  requestTimeoutMs: 600_000,
  keepAliveTimeoutMs: 65_000,
  /** The supervisor kills after 10 s: requests get 7, the rest is for the database. */
  drainTimeoutMs: 7_000,
  /** Whatever is still going on then is finished after the next start. */
  stopTimeoutMs: 9_500,

  liveIntervalMs: 500,
  /** How often imports are looked for that nobody runs. */
  recoverIntervalMs: 2_000,

  /** Attempts in a minute, by account and by address. Only failures count against an address. */
  signInsPerAccount: 10,
  signInsPerAddress: 50,
  /** Unknown API keys in a minute from one address. */
  badKeysPerAddress: 100,
  /** Forged webhooks in a minute from one address; a genuine one is never counted and never refused. */
  forgeriesPerAddress: 600,
  setupsPerAddress: 20,
  /** tRPC calls and uploads in a minute by one actor: a runaway program, not a busy one (5,000 a second). */
  callsPerActor: 300_000,

  passwordMinLength: 12,
  passwordMaxLength: 128,
  sessionDays: 7,
} as const;
