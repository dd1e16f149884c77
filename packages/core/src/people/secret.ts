import { createHash, randomInt } from 'node:crypto';

const BASE_62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 40 characters of base 62 are 238 bits: a plain SHA-256 without salt cannot be searched. */
const SECRET_LENGTH = 40;
const API_KEY = /^lc_[0-9A-Za-z]{40}$/;
const SHOWN = 4;

function randomText(): string {
  return Array.from({ length: SECRET_LENGTH }, () => BASE_62[randomInt(BASE_62.length)]).join('');
}

/** A new API key: `lc_` tells people and secret scanners what it is. */
export function makeApiKey(): string {
  return `lc_${randomText()}`;
}

/** A new secret for a link. */
export function makeLinkSecret(): string {
  return randomText();
}

/** Whether a text can be an API key at all; what cannot is refused without asking the database. */
export function looksLikeApiKey(text: string): boolean {
  return API_KEY.test(text);
}

/** What is stored in place of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** `lc_Ab12…wxyz`: enough to recognise a key, useless to use it (190 bits stay hidden). */
export function hintOf(apiKey: string): string {
  return `${apiKey.slice(0, 'lc_'.length + SHOWN)}…${apiKey.slice(-SHOWN)}`;
}
