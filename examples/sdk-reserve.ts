import { createClient, InsufficientCreditsError } from '@lead-credits/sdk';

/** Reserves three credits, consumes two and gives one back. `pnpm demo --json` prints a key and a project that work. */
const {
  LEAD_CREDITS_URL = 'http://127.0.0.1:3000',
  LEAD_CREDITS_KEY = '',
  LEAD_CREDITS_PROJECT = '',
} = process.env;
const { credits } = createClient({ url: LEAD_CREDITS_URL, apiKey: LEAD_CREDITS_KEY });
try {
  // A real service uses its own order number here: asking again with it never reserves twice.
  const key = `example-${crypto.randomUUID()}`;
  const { reservationId } = await credits.reserve({ projectId: LEAD_CREDITS_PROJECT, amount: 3, key });
  const { consumed, released } = await credits.capture({ reservationId, amount: 2, key });
  console.log(`consumed ${consumed}, released ${released}`);
} catch (error) {
  if (!(error instanceof InsufficientCreditsError)) throw error;
  console.log(`short by ${error.shortage}: nothing was reserved`);
}
