import { cleanText } from './clean-text.ts';
import { LEAD_LIMITS } from './limits.ts';
import { PLACEHOLDERS, wordsOf } from './phone-words.ts';

export type EmailResult =
  | { ok: true; email: string }
  | { ok: false; reason: 'empty' | 'invalid_email' | 'multiple_emails' };

/** Nearly every address. Each repetition begins with a character the one before cannot take, so no text makes it search twice. */
const PLAIN =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*\.[a-z]{2,}$/;

/**
 * One e-mail address, trimmed and in lower case. Takes `mailto:` and "Name <a@b.in>" apart; refuses quoted local parts,
 * IP literals and non-ASCII addresses, which no lead file is known to need. Every step looks at each character a
 * fixed number of times. Does not know whether the mailbox exists.
 */
export function normalizeEmail(raw: string): EmailResult {
  if (raw.length <= 63 && PLAIN.test(raw)) return { ok: true, email: raw };
  if (raw.length > 4 * LEAD_LIMITS.emailChars) return { ok: false, reason: 'invalid_email' };
  const text = unwrap(cleanText(raw.normalize('NFKC')));
  if (isNoEmail(text)) return { ok: false, reason: 'empty' };
  const at = text.indexOf('@');
  if (at < 0) return { ok: false, reason: 'invalid_email' };
  if (text.indexOf('@', at + 1) >= 0 && /[\s,;/|&]/.test(text))
    return { ok: false, reason: 'multiple_emails' };
  const email = text.toLowerCase();
  const isValid =
    email.length <= LEAD_LIMITS.emailChars &&
    isLocalPart(email.slice(0, at)) &&
    isDomain(email.slice(at + 1));
  return isValid ? { ok: true, email } : { ok: false, reason: 'invalid_email' };
}

function unwrap(text: string): string {
  const open = text.lastIndexOf('<');
  const bracketed = open >= 0 && text.endsWith('>') ? text.slice(open + 1, -1) : text;
  const plain = bracketed
    .replace(/^['"]+/, '')
    .replace(/['"]{1,9}$/, '')
    .trim();
  return /^mailto:/i.test(plain) ? plain.slice(7).trim() : plain;
}

function isNoEmail(text: string): boolean {
  if (text === '' || /^#[A-Z]/.test(text)) return true;
  if (text.includes('@') || /\d/.test(text)) return false;
  const words = wordsOf(text).join(' ');
  return (
    words === '' ||
    words === 'no email' ||
    words === 'no e mail' ||
    words === 'no mail' ||
    PLACEHOLDERS.has(words)
  );
}

/** RFC 5321 dot-string: atoms of letters, digits and a few signs, single dots between them. */
function isLocalPart(local: string): boolean {
  if (local === '' || local.length > LEAD_LIMITS.emailLocalChars) return false;
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return false;
  return /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+$/.test(local);
}

/** At least two labels of at most 63 letters, digits and inner hyphens; the last one has letters. */
function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const top = labels.at(-1) ?? '';
  if (labels.length < 2 || !/^(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(top)) return false;
  return labels.every(isLabel);
}

function isLabel(label: string): boolean {
  if (label.length > 63 || label.startsWith('-') || label.endsWith('-')) return false;
  return /^[a-z0-9-]+$/.test(label);
}
