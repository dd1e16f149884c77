export { applyWebhook, type WebhookOutcome, waitingWebhooks } from './apply-webhook.ts';
export { createTopUp } from './create-top-up.ts';
export { quote, unitsForShortage } from './quote.ts';
export { quoteTopUp } from './quote-top-up.ts';
export { confirmTopUp, discardTopUp, expireTopUps, listOpenTopUps, readTopUp } from './read-top-up.ts';
export { receiveWebhook } from './receive-webhook.ts';
export { readProfile, saveProfile } from './save-profile.ts';
export { type Settlement, settleTopUp } from './settle-top-up.ts';
