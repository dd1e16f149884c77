import { randomBytes, randomInt } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const TIME_CHARS = 7;
const RANDOM_CHARS = 7;

/** 14 base62 characters, ordered by time as Razorpay's are: 7 of milliseconds (good until 2081), 7 of chance. */
export function newIdBody(now: Date): string {
  let rest = now.getTime();
  let time = '';
  for (let digit = 0; digit < TIME_CHARS; digit++) {
    time = `${BASE62[rest % 62]}${time}`;
    rest = Math.floor(rest / 62);
  }
  let chance = '';
  for (let digit = 0; digit < RANDOM_CHARS; digit++) chance += BASE62[randomInt(62)];
  return time + chance;
}

/** An id as Razorpay's: `order_DESlLckIVRkHWj`. */
export function newId(kind: 'order' | 'pay' | 'rfnd' | 'card' | 'dlv', now: Date): string {
  return `${kind}_${newIdBody(now)}`;
}

/** A bank's reference of `length` digits; never begins with 0. */
export function newDigits(length: number): string {
  let digits = String(randomInt(1, 10));
  while (digits.length < length) digits += String(randomInt(10));
  return digits;
}

/** 32 upper-case hex characters, as a UPI network's own reference. */
export function newUpiReference(): string {
  return randomBytes(16).toString('hex').toUpperCase();
}
