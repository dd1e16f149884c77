import type { Method } from './methods.ts';

/** Why a payment failed, in the words and codes of Razorpay's error pages (test-card-details.md, errors/). */
export type Failure = { code: string; description: string; source: string; step: string; reason: string };

const declined =
  'Your payment did not go through as it was declined by the bank. Try another payment method or contact your bank.';

const FAILURES: Record<string, Failure> = {
  payment_failed: bank('payment_failed', declined),
  payment_timed_out: bank(
    'payment_timed_out',
    'Your payment could not be completed due to a temporary issue. Try again later.',
  ),
  insufficient_fund: bank(
    'insufficient_fund',
    'Your payment could not be completed due to insufficient account balance. Try another card or payment method.',
  ),
  payment_cancelled: {
    ...bank('payment_cancelled', 'Your payment has been cancelled. Try again or complete the payment later.'),
    source: 'customer',
    step: 'payment_authentication',
  },
  card_declined: bank('card_declined', declined),
  card_disabled_for_online_payments: bank(
    'card_disabled_for_online_payments',
    'Your card is disabled for online payments. Please reach to your bank or try with another card.',
  ),
  card_number_invalid: {
    ...bank('card_number_invalid', 'You have entered an incorrect card number. Try again.'),
    source: 'customer',
    step: 'payment_initiation',
  },
  gateway_technical_error: {
    ...bank(
      'gateway_technical_error',
      'Your payment did not go through due to a temporary issue. Any debited amount will be refunded in 4-5 business days.',
    ),
    code: 'GATEWAY_ERROR',
    source: 'gateway',
  },
  authentication_failed: {
    ...bank(
      'authentication_failed',
      'Your payment could not be completed due to incorrect OTP or verification details. Try another payment method or contact your bank for details.',
    ),
    code: 'GATEWAY_ERROR',
    step: 'payment_authentication',
  },
  payment_declined: bank(
    'payment_declined',
    'Your payment was declined by your UPI app. Try again or use another payment method.',
  ),
};

function bank(reason: string, description: string): Failure {
  return { code: 'BAD_REQUEST_ERROR', description, source: 'bank', step: 'payment_authorization', reason };
}

const DEFAULT_REASONS: Record<Method, string> = {
  upi: 'payment_declined',
  card: 'card_declined',
  netbanking: 'payment_failed',
  wallet: 'payment_failed',
};

/** The failure with this reason; an unknown or missing reason gives the method's usual one. */
export function failureFor(method: Method, reason?: string): Failure {
  const named = reason !== undefined && Object.hasOwn(FAILURES, reason) ? FAILURES[reason] : undefined;
  return named ?? FAILURES[DEFAULT_REASONS[method]] ?? bank('payment_failed', declined);
}
