import type { Ctx } from '@lead-credits/core';

/**
 * What a procedure is given. A file of its own: the SDK's types stub it, so that no server code reaches a client.
 */
export type ApiContext = {
  ctx: Ctx;
  /** One reader per server polls the accounts being watched; yields the entry number at each change. */
  changes(accountId: string, signal: AbortSignal): AsyncIterable<number>;
};
