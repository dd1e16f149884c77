import { otpStep } from './bank.js';
import { groupedExpiry, groupedNumber, isFutureExpiry, networkOf, testCard } from './cards.js';
import { el, field } from './dom.js';

const SHOWN_NETWORKS = ['Visa', 'MasterCard', 'American Express', 'RuPay'];

export const card = {
  id: 'card',
  label: 'Cards',
  note: 'Visa, RuPay and more',
  path: 'M2 4h12v8H2ZM2 7h12M4 10h2.5',
  panel(checkout) {
    const fields = cardFields();
    const submit = (event) => {
      event.preventDefault();
      const problem = check(fields);
      if (problem) return problem.in.fail(problem.text);
      const number = fields.number.input.value;
      const instrument = {
        method: 'card',
        cardNetwork: networkOf(number).name,
        cardLast4: number.slice(-4),
      };
      return checkout.step(
        'Card',
        otpStep(checkout, { instrument, reason: testCard(number).reason ?? undefined }),
      );
    };
    return [
      el('h3', {}, 'Add a test card'),
      el(
        'form',
        { class: 'card-form', onsubmit: submit, novalidate: true },
        fields.number.node,
        el('div', { class: 'pair' }, fields.expiry.node, fields.cvv.node),
        fields.name.node,
        el('button', { class: 'primary wide', type: 'submit' }, `Pay ${checkout.amountText}`),
      ),
      el(
        'p',
        { class: 'hint' },
        'Test cards only; the number stays in this page. Succeeds: 4100 2800 0000 1007. Fails for want of money: 4100 2800 0008 0001.',
      ),
    ];
  },
};

function cardFields() {
  const number = field('Card number', {
    inputmode: 'numeric',
    placeholder: '4100 2800 0000 1007',
    name: 'number',
  });
  const expiry = field('Expiry (MM / YY)', { inputmode: 'numeric', placeholder: 'MM / YY', name: 'expiry' });
  const cvv = field('CVV', {
    inputmode: 'numeric',
    placeholder: '123',
    type: 'password',
    maxlength: '4',
    name: 'cvv',
  });
  const name = field('Name on card', { name: 'holder' });
  const badges = SHOWN_NETWORKS.map((network) =>
    el('span', { class: 'network', 'data-network': network }, short(network)),
  );
  const row = el('div', { class: 'networks', 'aria-hidden': 'true' }, badges);
  const detected = el('span', { class: 'unseen', role: 'status' });
  number.node.append(row, detected);
  number.input.addEventListener('input', () => {
    number.input.value = groupedNumber(number.input.value);
    const network = networkOf(number.input.value)?.name;
    detected.textContent = network ?? '';
    for (const badge of badges) badge.toggleAttribute('data-on', badge.dataset.network === network);
  });
  expiry.input.addEventListener('input', () => {
    expiry.input.value = groupedExpiry(expiry.input.value);
  });
  return { number, expiry, cvv, name };
}

/** The first thing wrong, and the field it is in; undefined where all is right. */
function check({ number, expiry, cvv, name }) {
  const network = networkOf(number.input.value);
  if (!network || !testCard(number.input.value)) {
    return { in: number, text: 'Not a test card. It was not sent anywhere; use a test card number.' };
  }
  if (!isFutureExpiry(expiry.input.value, new Date()))
    return { in: expiry, text: 'Enter a month in the future.' };
  if (!new RegExp(`^\\d{${network.cvvDigits}}$`).test(cvv.input.value)) {
    return { in: cvv, text: `Enter the ${network.cvvDigits} digits.` };
  }
  if (name.input.value.trim() === '') return { in: name, text: 'Enter the name on the card.' };
  return undefined;
}

function short(network) {
  return network === 'American Express' ? 'Amex' : network === 'MasterCard' ? 'Mastercard' : network;
}
