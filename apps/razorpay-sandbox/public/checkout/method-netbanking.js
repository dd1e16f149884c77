import { bankStep } from './bank.js';
import { el } from './dom.js';

const BANKS = [
  { code: 'SBIN', name: 'State Bank', mark: 'SB' },
  { code: 'HDFC', name: 'HDFC Bank', mark: 'HD' },
  { code: 'ICIC', name: 'ICICI Bank', mark: 'IC' },
  { code: 'UTIB', name: 'Axis Bank', mark: 'AX' },
  { code: 'KKBK', name: 'Kotak Bank', mark: 'KO' },
  { code: 'PUNB', name: 'Punjab National', mark: 'PN' },
];
const MORE_BANKS = [
  { code: 'BARB', name: 'Bank of Baroda' },
  { code: 'CNRB', name: 'Canara Bank' },
  { code: 'FDRL', name: 'Federal Bank' },
  { code: 'IDFB', name: 'IDFC FIRST Bank' },
  { code: 'INDB', name: 'IndusInd Bank' },
  { code: 'UBIN', name: 'Union Bank of India' },
  { code: 'YESB', name: 'Yes Bank' },
];

export const netbanking = {
  id: 'netbanking',
  label: 'Netbanking',
  note: 'All Indian banks',
  path: 'M2 6.5 8 3l6 3.5M3.5 7v5m3-5v5m3-5v5m3-5v5M2 13.5h12',
  panel(checkout) {
    const open = ({ code, name }) =>
      checkout.step(
        name,
        bankStep(checkout, { who: name, instrument: { method: 'netbanking', bank: code } }),
      );
    return [
      el('h3', {}, 'Choose your bank'),
      el(
        'div',
        { class: 'grid' },
        BANKS.map((bank) =>
          el(
            'button',
            { class: 'choice', type: 'button', onclick: () => open(bank) },
            el('span', { class: 'mark bank', 'aria-hidden': 'true' }, bank.mark),
            bank.name,
          ),
        ),
      ),
      otherBanks(open),
    ];
  },
};

function otherBanks(open) {
  const select = el(
    'select',
    { id: 'other-bank' },
    el('option', { value: '' }, 'Select a bank'),
    MORE_BANKS.map(({ code, name }) => el('option', { value: code }, name)),
  );
  const error = el('p', { class: 'error', role: 'alert' });
  const submit = (event) => {
    event.preventDefault();
    const bank = MORE_BANKS.find(({ code }) => code === select.value);
    if (bank) open(bank);
    else error.textContent = 'Select a bank first.';
  };
  return el(
    'form',
    { class: 'inline', onsubmit: submit },
    el('div', { class: 'field' }, el('label', { for: 'other-bank' }, 'Other banks'), select, error),
    el('button', { class: 'primary', type: 'submit' }, 'Pay'),
  );
}
