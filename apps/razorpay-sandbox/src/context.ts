import type { Database } from './store/database.ts';
import type { Entities } from './store/entities.ts';
import type { Outbox } from './store/outbox.ts';

export type SandboxOptions = {
  keyId: string;
  keySecret: string;
  /** Signs the webhooks; not the key secret. */
  webhookSecret: string;
  webhookUrl: string;
  /** The state is kept in `sandbox/` below it. */
  dataDir: string;
  clock?: () => Date;
  /** Waits before each further try of a webhook; the last repeats. */
  retryDelaysMs?: readonly number[];
  webhookTimeoutMs?: number;
  /** Multiplies the scenarios' own waits: 0.01 makes "late" soon. Default 1. */
  pace?: number;
  /** Write webhook bodies as PHP's json_encode does (`\/`, `\u20b9`). Default true. */
  phpEscaping?: boolean;
};

/** What every part of the sandbox works with. */
export type Context = {
  options: Required<SandboxOptions>;
  db: Database;
  entities: Entities;
  outbox: Outbox;
  clock: () => Date;
  /** Tells the dispatcher that something new is due. */
  wake: () => void;
};
