import { randomUUID } from 'node:crypto';
import { reserveStatement, settleStatement } from '../packages/core/src/ledger/index.ts';

const ACTOR = `key:${randomUUID()}`;
const LASTS_MS = 900_000;

/** A reservation of one credit as an API call makes it: under a random UUID, with fifteen minutes to live. */
export function reserveOne(
  accountId: string,
  { key = randomUUID(), expires = true }: { key?: string; expires?: boolean } = {},
): { key: string; statement: ReturnType<typeof reserveStatement> } {
  const now = new Date();
  const expiresAt = expires ? new Date(now.getTime() + LASTS_MS) : null;
  const asked = { accountId, key: `api:${key}`, amount: 1, purpose: 'api', importId: null } as const;
  return { key: asked.key, statement: reserveStatement({ ...asked, expiresAt, now, actor: ACTOR }) };
}

/** Its capture, whole. */
export function captureOne(accountId: string, key: string): ReturnType<typeof settleStatement> {
  const settleKey = `api:${randomUUID()}`;
  const asked = { accountId, key, amount: 1, verb: 'capture', settleKey } as const;
  return settleStatement({ ...asked, now: new Date(), actor: ACTOR });
}
