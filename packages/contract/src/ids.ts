import { z } from 'zod';

/**
 * Ids are UUIDv7 in the database and carry a prefix that names their kind at the edge (`prj_0193…`), so that
 * a project's id pasted where an import's belongs is seen at once, by people and by the server.
 */
const PREFIX = {
  organization: 'org',
  project: 'prj',
  process: 'prc',
  user: 'usr',
  member: 'mem',
  apiKey: 'key',
  topUp: 'top',
  document: 'doc',
  import: 'imp',
  lead: 'lead',
  lot: 'lot',
} as const;

export type IdKind = keyof typeof PREFIX;

/** Names nothing: no row ever has it. */
export const NIL_UUID = '00000000-0000-0000-0000-000000000000';

const HEX_32 = /^[0-9a-f]{32}$/;

/** `0193…-…` → `prj_0193…` */
export function encodeId(kind: IdKind, uuid: string): string {
  return `${PREFIX[kind]}_${uuid.replaceAll('-', '')}`;
}

/** `prj_0193…` → `0193…-…`; anything that is not an id of that kind becomes the nil UUID, which names nothing. */
export function decodeId(kind: IdKind, id: string): string {
  const prefix = `${PREFIX[kind]}_`;
  const hex = id.slice(prefix.length).toLowerCase();
  if (!id.startsWith(prefix) || !HEX_32.test(hex)) return NIL_UUID;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * An id that arrives. A malformed id is no validation error: it answers NOT_FOUND exactly like an id of
 * another tenant or one that does not exist, so nothing can be probed with it.
 */
export const idIn = (kind: IdKind) =>
  z
    .string()
    .max(200)
    .transform((id) => decodeId(kind, id));

/** An id that leaves: takes the UUID of the row, gives the prefixed form. */
export const idOut = (kind: IdKind) => z.string().transform((uuid) => encodeId(kind, uuid));

/** An instant that leaves: a Date inside, an ISO 8601 string outside. */
export const instantOut = z.date().transform((date) => date.toISOString());

/**
 * The caller's idempotency key. The same key with the same input gives the first answer for ever,
 * with another input IDEMPOTENCY_KEY_REUSED.
 */
export const MAX_KEY_LENGTH = 200;
export const idempotencyKey = z
  .string()
  .min(1)
  .max(MAX_KEY_LENGTH)
  .regex(/^[\x21-\x7e]+$/, 'must be visible ASCII without spaces');

/** Keyset paging: an opaque cursor and a page size with a limit. */
export const MAX_PAGE = 200;
export const pageIn = {
  cursor: z.string().max(500).nullish(),
  limit: z.number().int().min(1).max(MAX_PAGE).default(50),
};
