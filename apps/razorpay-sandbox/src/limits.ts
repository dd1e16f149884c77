/** Every limit and duration of the sandbox, in one place. */

/** INR 1.00: Razorpay's smallest order. */
export const ORDER_MIN_PAISE = 100;
/** Not documented by Razorpay as a number (it differs per account): ₹100 crore, so that sums stay exact. */
export const ORDER_MAX_PAISE = 100_000_000_000;
export const RECEIPT_MAX_CHARS = 40;
export const NOTES_MAX_PAIRS = 15;
export const NOTE_MAX_CHARS = 256;
export const PAGE_DEFAULT = 10;
export const PAGE_MAX = 100;
export const BODY_MAX_BYTES = 64 * 1024;

/** Razorpay counts a webhook as failed when there is no 2xx within 5 s (webhooks/best-practices.md). */
export const WEBHOOK_TIMEOUT_MS = 5_000;
/** Retries end 24 h after the event, as Razorpay's. */
export const WEBHOOK_GIVE_UP_MS = 24 * 60 * 60 * 1_000;
/**
 * Waits before each further try; the last repeats. Razorpay publishes only "exponential back-off";
 * the first ones are short so that a server that restarts during a demo is found again at once.
 */
export const WEBHOOK_RETRY_DELAYS_MS: readonly number[] = [
  1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
];
/** Deliveries under way at once. */
export const WEBHOOKS_IN_FLIGHT_MAX = 16;
/** Between the events of one moment, so that they usually arrive in the order they happened. */
export const EVENT_SPACING_MS = 40;
/** Razorpay replays by hand for 15 days; older deliveries are forgotten when the sandbox starts. */
export const DELIVERY_KEPT_MS = 15 * 24 * 60 * 60 * 1_000;
export const DELIVERIES_DEFAULT = 200;
export const DELIVERIES_MAX = 1_000;

/** What the sandbox charges on capture: 2 % of the amount, plus 18 % GST on that. */
export const FEE_BASIS_POINTS = 200;
export const FEE_GST_BASIS_POINTS = 1_800;
