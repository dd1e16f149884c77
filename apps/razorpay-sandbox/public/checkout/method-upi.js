import { bankStep } from './bank.js';
import { el, field } from './dom.js';

const APPS = [
  { name: 'Google Pay', mark: 'G', vpa: 'success@okhdfcbank', theme: 'gpay' },
  { name: 'PhonePe', mark: 'Pe', vpa: 'success@ybl', theme: 'phonepe' },
  { name: 'Paytm', mark: 'Pa', vpa: 'success@ptyes', theme: 'paytm' },
  { name: 'CRED', mark: 'C', vpa: 'success@yescred', theme: 'cred' },
];
const UPI_ID = /^[\w.-]{2,100}@[a-z][\w.-]{1,60}$/i;

export const upi = {
  id: 'upi',
  label: 'UPI',
  note: 'QR code and apps',
  path: 'm6 2.5 3.5 5.5L6 13.5m3.5-11L13 8l-3.5 5.5',
  panel(checkout) {
    return [qr(checkout), apps(checkout), upiId(checkout)];
  },
};

function open(checkout, who, vpa) {
  checkout.step(
    who,
    bankStep(checkout, { who, instrument: { method: 'upi', vpa }, reason: 'payment_declined' }),
  );
}

function qr(checkout) {
  const alt = 'QR code of this test payment. It takes no money.';
  return el(
    'div',
    { class: 'qr' },
    el('img', { src: `/checkout/${checkout.orderId}/qr.svg`, alt, width: '132', height: '132' }),
    el(
      'div',
      {},
      el('h3', {}, 'UPI QR'),
      el('p', {}, 'Scan with any UPI app. In test mode the code takes no money, so scan it here:'),
      el(
        'button',
        { class: 'secondary', type: 'button', onclick: () => open(checkout, 'UPI app', 'success@upi') },
        'Simulate scan',
      ),
    ),
  );
}

function apps(checkout) {
  return el(
    'section',
    { 'aria-labelledby': 'upi-apps' },
    el('h3', { id: 'upi-apps' }, 'Pay with an app'),
    el(
      'div',
      { class: 'grid' },
      APPS.map(({ name, mark, vpa, theme }) =>
        el(
          'button',
          { class: 'choice', type: 'button', onclick: () => open(checkout, name, vpa) },
          el('span', { class: `mark ${theme}`, 'aria-hidden': 'true' }, mark),
          name,
        ),
      ),
    ),
  );
}

function upiId(checkout) {
  const id = field(
    'UPI ID',
    { placeholder: 'success@razorpay', inputmode: 'email', spellcheck: 'false', name: 'vpa' },
    'success@razorpay succeeds, failure@razorpay fails',
  );
  const submit = (event) => {
    event.preventDefault();
    const vpa = id.input.value.trim();
    if (!UPI_ID.test(vpa)) return id.fail('Enter a UPI ID such as success@razorpay.');
    const instrument = { method: 'upi', vpa };
    if (vpa === 'success@razorpay') return checkout.pay(instrument, 'success');
    if (vpa === 'failure@razorpay') return checkout.pay(instrument, 'failure', 'payment_declined');
    return open(checkout, 'UPI app', vpa);
  };
  return el(
    'form',
    { class: 'inline', onsubmit: submit, novalidate: true },
    id.node,
    el('button', { class: 'primary', type: 'submit' }, 'Verify and Pay'),
  );
}
