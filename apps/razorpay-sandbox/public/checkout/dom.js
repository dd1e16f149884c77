/** Makes elements without markup in text, so that nothing a shop sends can become HTML. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An element with `props` and children. `on*` props are listeners, `class` and `aria-*` are attributes,
 * false and undefined are left out.
 */
export function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child !== undefined && child !== false));
  return node;
}

/** A 16 px line icon from one path. */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

let fields = 0;

/**
 * A labelled input with room for a hint and an error below it. `fail(text)` shows the error, focuses
 * the input and returns false; `clear()` takes it away.
 */
export function field(label, props, hint) {
  fields += 1;
  const id = `field-${fields}`;
  const error = el('p', { class: 'error', id: `${id}-error`, role: 'alert' });
  const note = hint ? el('p', { class: 'hint', id: `${id}-hint` }, hint) : undefined;
  const describedby = hint ? `${id}-error ${id}-hint` : `${id}-error`;
  const input = el('input', {
    id,
    type: 'text',
    autocomplete: 'off',
    'aria-describedby': describedby,
    ...props,
  });
  const clear = () => {
    error.textContent = '';
    input.removeAttribute('aria-invalid');
  };
  input.addEventListener('input', clear);
  const fail = (text) => {
    error.textContent = text;
    input.setAttribute('aria-invalid', 'true');
    input.focus();
    return false;
  };
  return {
    node: el('div', { class: 'field' }, el('label', { for: id }, label), input, error, note),
    input,
    fail,
    clear,
  };
}

/** Whole paise as rupees with Indian grouping; no division of money into a float. */
export function rupees(paise) {
  const whole = new Intl.NumberFormat('en-IN').format(Math.trunc(paise / 100));
  return `₹${whole}.${String(paise % 100).padStart(2, '0')}`;
}

/** `+919876543210` as people read it. */
export function spacedPhone(contact) {
  const indian = /^\+?91(\d{5})(\d{5})$/.exec(contact.replace(/[\s-]/g, ''));
  return indian ? `+91 ${indian[1]} ${indian[2]}` : contact;
}
