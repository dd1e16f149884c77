import { bankStep } from './bank.js';
import { el } from './dom.js';

const WALLETS = [
  { code: 'mobikwik', name: 'Mobikwik', mark: 'M', theme: 'mobikwik' },
  { code: 'freecharge', name: 'Freecharge', mark: 'F', theme: 'freecharge' },
  { code: 'olamoney', name: 'Ola Money', mark: 'O', theme: 'ola' },
  { code: 'payzapp', name: 'PayZapp', mark: 'P', theme: 'payzapp' },
];

export const wallet = {
  id: 'wallet',
  label: 'Wallets',
  note: 'PayZapp and more',
  path: 'M12 5V3H3.5a1 1 0 0 0 0 2H13v8H3.5a1 1 0 0 1-1-1V4m7.5 5h.5',
  panel(checkout) {
    return [
      el('h3', {}, 'Choose your wallet'),
      el(
        'div',
        { class: 'grid' },
        WALLETS.map(({ code, name, mark, theme }) =>
          el(
            'button',
            {
              class: 'choice',
              type: 'button',
              onclick: () =>
                checkout.step(
                  name,
                  bankStep(checkout, { who: name, instrument: { method: 'wallet', wallet: code } }),
                ),
            },
            el('span', { class: `mark ${theme}`, 'aria-hidden': 'true' }, mark),
            name,
          ),
        ),
      ),
    ];
  },
};
