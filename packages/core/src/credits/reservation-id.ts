import { notFound } from '../errors.ts';

export type ReservationAddress = { accountId: string; key: string };

const PREFIX = 'rsv_';
const UUID_BYTES = 16;

/** Account and key as one opaque word: a reservation needs no id, and no index, of its own. */
export function encodeReservationId({ accountId, key }: ReservationAddress): string {
  const bytes = Buffer.concat([Buffer.from(accountId.replaceAll('-', ''), 'hex'), Buffer.from(key)]);
  return PREFIX + bytes.toString('base64url');
}

/** Throws NOT_FOUND for anything that is not such a word. */
export function decodeReservationId(id: string): ReservationAddress {
  const bytes = Buffer.from(id.slice(PREFIX.length), 'base64url');
  if (!id.startsWith(PREFIX) || bytes.length <= UUID_BYTES) throw notFound();
  const hex = bytes.subarray(0, UUID_BYTES).toString('hex');
  const accountId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const address = { accountId, key: bytes.subarray(UUID_BYTES).toString() };
  if (encodeReservationId(address) !== id || address.key.includes('\0')) throw notFound();
  return address;
}
