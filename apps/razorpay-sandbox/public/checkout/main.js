/** The overlay's page: shows the order, offers the methods, pays, and tells the shop what came of it. */
import { guard } from './dialog.js';
import { el, icon, rupees, spacedPhone } from './dom.js';
import { listen, tell } from './frame.js';
import { card } from './method-card.js';
import { netbanking } from './method-netbanking.js';
import { upi } from './method-upi.js';
import { wallet } from './method-wallet.js';
import { failure, processing, refusal, success } from './outcome.js';

const METHODS = [upi, card, netbanking, wallet];
/** Long enough to be read, short enough not to be waited for. */
const PROCESSING_MS = 500;
const SUCCESS_MS = 1_000;

const byId = (id) => document.getElementById(id);
const orderId = location.pathname.split('/').at(-1) ?? '';

listen((options) => {
  dress(options);
  void start(options);
});

/** Name, colour and contact as the shop wishes, before anything is loaded. */
function dress(options) {
  const merchant = options.name || 'Test merchant';
  byId('merchant').textContent = merchant;
  byId('logo').textContent = merchant.slice(0, 1).toUpperCase();
  byId('description').textContent = options.description ?? '';
  byId('contact').textContent = options.prefill.contact ? spacedPhone(options.prefill.contact) : 'guest';
  if (/^#[0-9a-f]{6}$/i.test(options.color ?? '')) {
    document.documentElement.style.setProperty('--brand', options.color);
    document.documentElement.toggleAttribute('data-light-brand', isLight(options.color));
  }
  byId('backdrop').hidden = false;
}

async function start(options) {
  const checkout = makeCheckout(options);
  guard({
    canEscape: options.canEscape,
    canClickAway: options.canClickAway,
    mayLeave: () => !checkout.isBusy,
    leave: () => checkout.leave(),
  });
  byId('back').addEventListener('click', () => checkout.options());
  const order = await ask(`order?key_id=${encodeURIComponent(options.key)}`);
  if (order.error) {
    checkout.show('Payment', refusal(checkout, 'This payment cannot be made', order.error.description));
    return;
  }
  checkout.amountText = rupees(order.amount);
  byId('amount').textContent = checkout.amountText;
  if (order.status === 'paid') {
    const text = 'There is nothing more to pay here.';
    checkout.show('Payment', refusal(checkout, 'This order is already paid', text));
    return;
  }
  checkout.options();
}

function makeCheckout(options) {
  let method = METHODS.find(({ id }) => id === options.prefill.method) ?? upi;
  const checkout = {
    orderId,
    merchant: options.name || 'the merchant',
    amountText: '',
    canRetry: options.canRetry,
    isBusy: false,
    /** Shows `content` under a title; the title takes the focus so that a reader hears the change. */
    show(title, content, canGoBack = false) {
      byId('title').textContent = title;
      byId('back').hidden = !canGoBack;
      byId('close').disabled = checkout.isBusy;
      byId('stage').replaceChildren(content);
      byId('title').focus();
    },
    step: (title, content) => checkout.show(title, content, true),
    options() {
      const select = (next) => {
        method = next;
      };
      checkout.show('Payment Options', methodTabs(checkout, method, select));
    },
    retry: () => checkout.options(),
    leave: () => tell('dismiss'),
    pay: (instrument, outcome, reason) => pay(checkout, options, { ...instrument, outcome, reason }),
  };
  return checkout;
}

async function pay(checkout, options, request) {
  if (checkout.isBusy) return;
  checkout.isBusy = true;
  checkout.show('Payment', processing(checkout));
  const { contact, email } = options.prefill;
  const body = { key_id: options.key, contact: contact || undefined, email: email || undefined, ...request };
  const [answer] = await Promise.all([ask('payments', body), pause(PROCESSING_MS)]);
  if (answer.error) {
    checkout.isBusy = false;
    checkout.show('Payment', failure(checkout, answer.error));
    tell('failed', answer);
    return;
  }
  checkout.show('Payment', success(checkout, answer.razorpay_payment_id));
  await pause(SUCCESS_MS);
  tell('success', answer);
}

/** Razorpay's answer as JSON; no answer at all becomes an error of the same shape. */
async function ask(what, body) {
  const url = `/checkout/${encodeURIComponent(orderId)}/${what}`;
  const request = body
    ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    : {};
  try {
    const response = await fetch(url, request);
    return await response.json();
  } catch {
    return { error: { code: 'SERVER_ERROR', description: 'The sandbox did not answer. Try again.' } };
  }
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Methods on the left, the chosen one on the right: a vertical tab list with arrow keys. */
function methodTabs(checkout, selected, select) {
  const panel = el('div', { class: 'panel', role: 'tabpanel', id: 'panel', tabindex: '-1' });
  const tabs = METHODS.map((method) =>
    el(
      'button',
      {
        class: 'tab',
        type: 'button',
        role: 'tab',
        id: `tab-${method.id}`,
        'aria-controls': 'panel',
        onclick: () => choose(method),
      },
      icon(method.path),
      el('span', { class: 'label' }, method.label),
      el('span', { class: 'note', 'aria-hidden': 'true' }, method.note),
    ),
  );
  const choose = (method, isByKey = false) => {
    select(method);
    METHODS.forEach((other, index) => {
      tabs[index].setAttribute('aria-selected', String(other === method));
      tabs[index].tabIndex = other === method ? 0 : -1;
      if (other === method && isByKey) tabs[index].focus();
    });
    panel.setAttribute('aria-labelledby', `tab-${method.id}`);
    panel.replaceChildren(...method.panel(checkout));
    panel.scrollTop = 0;
  };
  const onkeydown = (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const index = tabs.indexOf(document.activeElement);
    choose(METHODS[(index + step + METHODS.length) % METHODS.length], true);
  };
  choose(selected);
  const list = el(
    'div',
    {
      class: 'tabs',
      role: 'tablist',
      'aria-label': 'Payment methods',
      'aria-orientation': 'vertical',
      onkeydown,
    },
    tabs,
  );
  return el('div', { class: 'methods' }, list, panel);
}

/** Whether dark text reads better on this colour (WCAG relative luminance, threshold 0.4). */
function isLight(color) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.4;
}
