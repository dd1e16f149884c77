/**
 * Razorpay's two signatures, both hex HMAC-SHA256: a webhook's over the raw body with the webhook
 * secret, and the checkout's over `order_id|payment_id` with the key secret.
 *
 * Not the SDK's helpers: those compare with `===`, accept an empty secret, and hash the text
 * "[object Object]" when someone hands them a parsed body.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Checked before any decoding: Node drops what is not hex, so `signature + 'zz'` would pass otherwise. */
const HEX_SHA256 = /^[0-9a-f]{64}$/;

function hmac(data: Uint8Array | string, secret: string): Buffer {
  return createHmac('sha256', secret).update(data).digest();
}

function assertSecret(secret: string): void {
  if (secret === '') throw new Error('An empty secret signs nothing: anybody could forge it');
}

/** The `X-Razorpay-Signature` of these exact bytes, as lower-case hex. Throws on an empty secret. */
export function signWebhook(rawBody: Uint8Array, secret: string): string {
  assertSecret(secret);
  return hmac(rawBody, secret).toString('hex');
}

/**
 * Whether `header` is the signature of these exact bytes under one of `secrets` (current first, then
 * previous: retries of older events stay signed with the old secret). Time does not depend on where a
 * forged signature differs. A missing header, one that is not 64 lower-case hex digits, and an empty
 * secret never verify. Pass the bytes as received; a re-serialised body does not verify.
 */
export function verifyWebhook(
  rawBody: Uint8Array,
  header: string | undefined | null,
  secrets: readonly string[],
): boolean {
  return matchesAny(rawBody, header, secrets);
}

/** The signature that the checkout's handler receives. Throws on an empty secret. */
export function signPayment(orderId: string, paymentId: string, keySecret: string): string {
  assertSecret(keySecret);
  return hmac(`${orderId}|${paymentId}`, keySecret).toString('hex');
}

/**
 * Whether the checkout's answer is genuine. `orderId` must be the stored one, never the one the
 * browser sent (integration-steps 1.5). It proves that a payment was made, not that it was captured:
 * it must not release anything by itself.
 */
export function verifyPayment(
  orderId: string,
  paymentId: string,
  signature: string | undefined | null,
  keySecret: string,
): boolean {
  return matchesAny(`${orderId}|${paymentId}`, signature, [keySecret]);
}

function matchesAny(
  data: Uint8Array | string,
  signature: string | undefined | null,
  secrets: readonly string[],
): boolean {
  if (typeof signature !== 'string' || !HEX_SHA256.test(signature)) return false;
  const given = Buffer.from(signature, 'hex');
  let matches = false;
  for (const secret of secrets) {
    // No early return: the time tells neither whether nor which secret matched.
    if (secret !== '' && timingSafeEqual(given, hmac(data, secret))) matches = true;
  }
  return matches;
}
