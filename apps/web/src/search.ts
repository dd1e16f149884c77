import type { ApiKeySearch, BillingSearch, EditSearch } from './paths.ts';

/** What stands behind the ? of an address, before anything of it is believed. */
export type RawSearch = Record<string, unknown>;

/** A text of the address; the router reads bare digits as a number. */
export function textIn(raw: RawSearch, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A whole number from 1 on. */
function countIn(raw: RawSearch, name: string): number | undefined {
  const value = Number(textIn(raw, name));
  return Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}

/** Only a path of our own: never another site after signing in. */
export function redirectIn(raw: RawSearch): { redirect?: string | undefined } {
  const target = textIn(raw, 'redirect');
  return { redirect: target && /^\/(?![/\\])/.test(target) ? target : undefined };
}

export function billingSearch(raw: RawSearch): BillingSearch {
  return { units: countIn(raw, 'units'), review: textIn(raw, 'review'), after: textIn(raw, 'after') };
}

export function editSearch(raw: RawSearch): EditSearch {
  return { edit: textIn(raw, 'edit') };
}

export function apiKeySearch(raw: RawSearch): ApiKeySearch {
  return { create: raw['create'] === true || undefined, revoke: textIn(raw, 'revoke') };
}
