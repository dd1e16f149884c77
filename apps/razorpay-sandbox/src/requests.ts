import type { Context as HonoContext } from 'hono';
import { ApiError } from './api-error.ts';
import { PAGE_DEFAULT, PAGE_MAX } from './limits.ts';
import type { Page } from './store/entities.ts';

/** The body as a JSON object; an empty body is `{}`. Razorpay's own words where it is not one. */
export async function readObject(c: HonoContext): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Falls through to the same refusal: what is not JSON is not an object either.
  }
  throw new ApiError({ description: 'The request body must be a JSON object.' });
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Razorpay refuses what it does not know instead of ignoring it. */
export function refuseExtra(names: readonly string[], known: readonly string[]): void {
  const extra = names.filter((name) => !known.includes(name));
  if (extra.length > 0) throw ApiError.extraField(extra);
}

/** `count` (default 10, at most 100), `skip`, `from` and `to` of a list request. */
export function readPage(query: Record<string, string>): Page {
  return {
    count: readInteger(query, 'count', { default: PAGE_DEFAULT, min: 1, max: PAGE_MAX }),
    skip: readInteger(query, 'skip', { default: 0, min: 0, max: Number.MAX_SAFE_INTEGER }),
    from: readInteger(query, 'from', { default: 0, min: 0, max: Number.MAX_SAFE_INTEGER }),
    to: readInteger(query, 'to', { default: Number.MAX_SAFE_INTEGER, min: 0, max: Number.MAX_SAFE_INTEGER }),
  };
}

function readInteger(
  query: Record<string, string>,
  name: string,
  limits: { default: number; min: number; max: number },
): number {
  const given = query[name];
  if (given === undefined || given === '') return limits.default;
  const value = /^\d{1,15}$/.test(given) ? Number(given) : Number.NaN;
  if (Number.isNaN(value)) throw ApiError.invalid(name, `The ${name} must be an integer.`);
  if (value < limits.min) throw ApiError.invalid(name, `The ${name} must be at least ${limits.min}.`);
  if (value > limits.max) throw ApiError.invalid(name, `The ${name} may not be greater than ${limits.max}.`);
  return value;
}
