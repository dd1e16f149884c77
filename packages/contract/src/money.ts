import { z } from 'zod';

/**
 * Money is integer paise and credits are integers; floats hold neither.
 * The caps keep every sum a safe integer in JavaScript and a bigint in Postgres.
 */
export const MAX_PAISE = 1_000_000_000_000; // ₹1,000 crore
export const MAX_CREDITS = 1_000_000_000_000;
/** Razorpay refuses orders under INR 1.00; so does our own price rule, on the total payable. */
export const MIN_PAYABLE_PAISE = 100;
/** Most credits one top-up may buy. */
export const MAX_TOP_UP_UNITS = 10_000_000;

/** Amount of money in paise, ≥ 0. */
export const paise = z.number().int().min(0).max(MAX_PAISE);
/** Number of credits, ≥ 0. */
export const credits = z.number().int().min(0).max(MAX_CREDITS);
/** Number of credits asked for, ≥ 1. */
export const creditsAsked = z.number().int().min(1).max(MAX_CREDITS);
/** Tax rate in basis points: 1800 is 18 %. */
export const basisPoints = z.number().int().min(0).max(10_000);
/** Units of a top-up: how many credits somebody wants to buy. */
export const topUpUnits = z.number().int().min(1).max(MAX_TOP_UP_UNITS);
