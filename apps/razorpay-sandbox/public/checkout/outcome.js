/** What the payer sees while and after the bank answers. */
import { el, icon } from './dom.js';

export function processing(checkout) {
  return el(
    'div',
    { class: 'step', role: 'status' },
    el('span', { class: 'spinner', 'aria-hidden': 'true' }),
    el('h3', {}, 'Processing your payment'),
    el('p', { class: 'lead' }, `Asking the bank for ${checkout.amountText}. This takes a moment.`),
  );
}

export function success(checkout, paymentId) {
  return el(
    'div',
    { class: 'step', role: 'status' },
    el('span', { class: 'emblem good' }, icon('m3.5 8.5 3 3 6-7')),
    el('h3', {}, 'Payment successful'),
    el('p', { class: 'lead' }, `${checkout.amountText} paid. Returning to ${checkout.merchant}.`),
    el('p', { class: 'reference' }, paymentId),
  );
}

/** The bank's own words, and what to do next. */
export function failure(checkout, error) {
  const buttons = checkout.canRetry
    ? [
        el('button', { class: 'primary', type: 'button', onclick: () => checkout.retry() }, 'Try again'),
        el(
          'button',
          { class: 'secondary', type: 'button', onclick: () => checkout.options() },
          'Choose another method',
        ),
      ]
    : [el('button', { class: 'primary', type: 'button', onclick: () => checkout.leave() }, 'Close')];
  return el(
    'div',
    { class: 'step', role: 'alert' },
    el('span', { class: 'emblem bad' }, icon('M8 4v5m0 2.5v.5')),
    el('h3', {}, 'Payment failed'),
    el('p', { class: 'lead' }, error.description ?? 'The payment could not be completed.'),
    error.reason ? el('p', { class: 'reference' }, error.reason) : undefined,
    el('div', { class: 'actions' }, buttons),
  );
}

/** Nothing can be paid here: wrong key, unknown order, already paid. */
export function refusal(checkout, title, text) {
  return el(
    'div',
    { class: 'step', role: 'alert' },
    el('span', { class: 'emblem bad' }, icon('M8 4v5m0 2.5v.5')),
    el('h3', {}, title),
    el('p', { class: 'lead' }, text),
    el(
      'div',
      { class: 'actions' },
      el('button', { class: 'primary', type: 'button', onclick: () => checkout.leave() }, 'Close'),
    ),
  );
}
