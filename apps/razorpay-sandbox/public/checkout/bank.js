/** The bank's side of a payment, simulated: Razorpay's test mode shows Success and Failure buttons too. */
import { el, field, icon } from './dom.js';

const SHIELD = 'M8 1.5 13.5 4v4c0 3-2.2 5.3-5.5 6.5C4.7 13.3 2.5 11 2.5 8V4Z';

/** A page on which the bank, app or wallet called `who` answers. `reason` is why a failure fails. */
export function bankStep(checkout, { who, instrument, reason }) {
  return el(
    'div',
    { class: 'step' },
    el('span', { class: 'emblem' }, icon(SHIELD)),
    el('h3', {}, `${who} test page`),
    el(
      'p',
      { class: 'lead' },
      `This stands in for ${who}. Choose how it answers the payment of ${checkout.amountText}.`,
    ),
    answers(checkout, instrument, reason),
  );
}

/** The card issuer's page: 4 to 10 digits succeed, fewer fail (payments/test-card-details.md). */
export function otpStep(checkout, { instrument, reason }) {
  const otp = field(
    'OTP',
    { inputmode: 'numeric', maxlength: '10', name: 'otp' },
    '4 to 10 digits succeed, fewer fail.',
  );
  const submit = (event) => {
    event.preventDefault();
    const digits = otp.input.value;
    if (!/^\d{1,10}$/.test(digits)) return otp.fail('Enter the OTP: digits only.');
    const failure = digits.length < 4 ? 'authentication_failed' : reason;
    return checkout.pay(instrument, failure ? 'failure' : 'success', failure);
  };
  return el(
    'div',
    { class: 'step' },
    el('span', { class: 'emblem' }, icon(SHIELD)),
    el('h3', {}, 'Card issuer test page'),
    el(
      'p',
      { class: 'lead' },
      `Enter any OTP to pay ${checkout.amountText} with the card ending ${instrument.cardLast4}.`,
    ),
    el(
      'form',
      { class: 'narrow', onsubmit: submit, novalidate: true },
      otp.node,
      el('button', { class: 'primary wide', type: 'submit' }, 'Submit OTP'),
    ),
    el('p', { class: 'or' }, 'or answer without an OTP'),
    answers(checkout, instrument, reason),
  );
}

function answers(checkout, instrument, reason) {
  return el(
    'div',
    { class: 'actions' },
    el(
      'button',
      { class: 'primary success', type: 'button', onclick: () => checkout.pay(instrument, 'success') },
      'Success',
    ),
    el(
      'button',
      {
        class: 'secondary failure',
        type: 'button',
        onclick: () => checkout.pay(instrument, 'failure', reason),
      },
      'Failure',
    ),
  );
}
