/**
 * Razorpay's test cards (payments/test-card-details.md) and the little a form needs to know about
 * cards. Numbers are compared here, in the browser, and never leave it: a real card number typed by
 * mistake is refused without being sent.
 */

const NETWORKS = [
  { name: 'American Express', pattern: /^3[47]/, digits: 15, cvvDigits: 4 },
  { name: 'Diners Club', pattern: /^3(?:0[0-5]|[68])/, digits: 14, cvvDigits: 3 },
  { name: 'MasterCard', pattern: /^(?:5[1-5]|2[2-7])/, digits: 16, cvvDigits: 3 },
  { name: 'RuPay', pattern: /^(?:508|60|65|81|82)/, digits: 16, cvvDigits: 3 },
  { name: 'Visa', pattern: /^4/, digits: 16, cvvDigits: 3 },
];

/** Test number → why its payment fails; null where it succeeds. */
const TEST_CARDS = new Map([
  ['4100280000001007', null],
  ['5500670000001002', null],
  ['6527658900001005', null],
  ['36082800091007', null],
  ['340256000401007', null],
  ['4100280000090000', 'payment_timed_out'],
  ['5305620000060000', 'payment_timed_out'],
  ['4100280000080001', 'insufficient_fund'],
  ['5305620000050001', 'insufficient_fund'],
  ['4100280000070002', 'payment_cancelled'],
  ['5305620000040002', 'payment_cancelled'],
  ['4100280000060003', 'card_declined'],
  ['5305620000030003', 'card_declined'],
  ['4100280000050004', 'card_declined'],
  ['5305620000020004', 'card_declined'],
  ['4100280000040005', 'card_declined'],
  ['5305620000010005', 'card_declined'],
  ['4100280000030006', 'card_disabled_for_online_payments'],
  ['5305620000000006', 'card_disabled_for_online_payments'],
  ['4100280000010008', 'card_number_invalid'],
  ['5305620000080008', 'card_number_invalid'],
  ['4100280000020007', 'gateway_technical_error'],
  ['5305620000090007', 'gateway_technical_error'],
  ['4100280000000009', 'authentication_failed'],
  ['5305620000070009', 'authentication_failed'],
]);

/** The network of a number by its first digits, also while it is being typed; undefined: not known yet. */
export function networkOf(number) {
  const digits = number.replace(/\D/g, '');
  return NETWORKS.find(({ pattern }) => pattern.test(digits));
}

/** Undefined: not a test card. Otherwise `{ reason }`, null where the payment succeeds. */
export function testCard(number) {
  const digits = number.replace(/\D/g, '');
  return TEST_CARDS.has(digits) ? { reason: TEST_CARDS.get(digits) } : undefined;
}

/** Digits in groups as they stand on the card: 4-4-4-4, American Express 4-6-5, Diners 4-6-4. */
export function groupedNumber(number) {
  const network = networkOf(number);
  const digits = number.replace(/\D/g, '').slice(0, network?.digits ?? 16);
  const groups =
    network && network.digits < 16 ? /^(\d{0,4})(\d{0,6})(\d{0,5})/ : /^(\d{0,4})(\d{0,4})(\d{0,4})(\d{0,4})/;
  return (groups.exec(digits) ?? []).slice(1).filter(Boolean).join(' ');
}

/** `1228` or `12 / 28` as `12 / 28`. */
export function groupedExpiry(text) {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits.length > 2 ? `${digits.slice(0, 2)} / ${digits.slice(2)}` : digits;
}

/** Whether `MM / YY` is a month that is not over on `today`. */
export function isFutureExpiry(text, today) {
  const match = /^(0[1-9]|1[0-2]) ?\/ ?(\d{2})$/.exec(text);
  if (!match) return false;
  // Day 1 of the month after: a card is good through its last day.
  return new Date(2000 + Number(match[2]), Number(match[1]), 1) > today;
}
