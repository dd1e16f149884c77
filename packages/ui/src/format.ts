/**
 * Numbers, money, dates and names as people in India read them. Pure: no clock, no browser locale.
 * Written by hand where ICU's en-IN is wrong for us: it says "Sept", "10:07 am" and "-₹5.00" with a hyphen.
 */

const MINUS = '\u2212';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const IST_OFFSET_MS = 330 * 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** An instant (ISO 8601 or Date) or a calendar day (`2026-04-07`, never shifted by a zone). */
export type DateInput = string | Date;

function assertInteger(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${value}`);
}

/** 1234567 → "12,34,567": three digits, then pairs. */
function groupDigits(digits: string): string {
  if (digits.length <= 3) return digits;
  const head = digits.slice(0, -3).replace(/\B(?=(\d{2})+$)/g, ',');
  return `${head},${digits.slice(-3)}`;
}

/** An integer with lakh grouping and a true minus sign. Throws on a fraction. */
export function formatCount(value: number): string {
  assertInteger(value);
  return `${value < 0 ? MINUS : ''}${groupDigits(String(Math.abs(value)))}`;
}

/** Integer paise as rupees, always with two decimals; the sign stands before the ₹. */
export function formatMoney(paise: number): string {
  assertInteger(paise);
  const absolute = Math.abs(paise);
  const rupees = groupDigits(String(Math.floor(absolute / 100)));
  const rest = String(absolute % 100).padStart(2, '0');
  return `${paise < 0 ? MINUS : ''}₹${rupees}.${rest}`;
}

const COMPACT_UNITS = [
  { size: 10_000_000, mark: 'Cr' },
  { size: 100_000, mark: 'L' },
  { size: 1_000, mark: 'K' },
] as const;

/** Two figures for chart axes and chips: 38K, 2.5L, 1.2Cr. The exact number must stand in a tooltip. */
export function formatCompact(value: number): string {
  const absolute = Math.abs(value);
  const sign = value < 0 ? MINUS : '';
  for (const { size, mark } of COMPACT_UNITS) {
    // 99,950 rounds to 100K, which is 1L: a number enters its unit as soon as rounding carries it there.
    const enters = size === 1_000 ? 1_000 : size * 0.995;
    if (absolute < enters) continue;
    const scaled = absolute / size;
    const shown = scaled < 9.95 ? Math.round(scaled * 10) / 10 : Math.round(scaled);
    const text = Number.isInteger(shown) ? groupDigits(String(shown)) : String(shown);
    return `${sign}${text}${mark}`;
  }
  return `${sign}${absolute}`;
}

/** A share as whole percent, rounded down so that 9,999 of 10,000 never reads 100%. Nothing of nothing is "0%". */
export function formatPercent(part: number, whole: number): string {
  if (whole <= 0 || part <= 0) return '0%';
  const percent = Math.floor((part * 100) / whole);
  return percent === 0 ? '<1%' : `${percent}%`;
}

/** Binary units (1 MB = 1,048,576 bytes): "512 B", "1.4 MB", "20 MB". */
export function formatBytes(sizeBytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;
  let scaled = sizeBytes;
  let index = 0;
  while (index < units.length - 1 && Math.round(scaled) >= 1024) {
    scaled /= 1024;
    index += 1;
  }
  const shown = index > 0 && scaled < 9.95 ? Math.round(scaled * 10) / 10 : Math.round(scaled);
  return `${shown}\u00a0${units[index]}`;
}

/** "+919876543210" → "+91 98765 43210". Anything that is not an Indian mobile number stays as it is (masked ones too). */
export function formatPhone(phone: string): string {
  const match = /^\+91(.{5})(.{5})$/u.exec(phone.replaceAll(' ', ''));
  return match ? `+91 ${match[1]} ${match[2]}` : phone;
}

/** "payments-april-final.csv" → "payments…inal.csv": cut in the middle, the extension kept. */
export function middleEllipsis(text: string, limit = 32): string {
  const characters = [...text];
  if (characters.length <= limit) return text;
  const dot = characters.lastIndexOf('.');
  const extension = dot > 0 && characters.length - dot <= 6 ? characters.length - dot : 0;
  const tail = Math.min(limit - 2, extension + Math.max(4, Math.floor(limit / 4)));
  return `${characters.slice(0, limit - 1 - tail).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

/** What a person typed as a whole number: "1,000", " 12 34 567 " → number; null for anything else. */
export function parseCount(text: string): number | null {
  const digits = text.replace(/[\s,\u00a0\u202f]/g, '');
  if (!/^\d{1,15}$/.test(digits)) return null;
  return Number(digits);
}

type IstParts = { day: number; month: string; year: number; clock: string };

function istParts(value: DateInput): IstParts {
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const instantMs = new Date(value).getTime();
  if (Number.isNaN(instantMs)) throw new RangeError('not a date');
  // India has one zone and no summer time, so the shift is arithmetic and needs no zone data.
  const shifted = new Date(isDay ? instantMs : instantMs + IST_OFFSET_MS);
  const hours = String(shifted.getUTCHours()).padStart(2, '0');
  const minutes = String(shifted.getUTCMinutes()).padStart(2, '0');
  return {
    day: shifted.getUTCDate(),
    month: MONTHS[shifted.getUTCMonth()] ?? '',
    year: shifted.getUTCFullYear(),
    clock: `${hours}:${minutes}`,
  };
}

/** "7 Apr 2026" (IST). */
export function formatDate(value: DateInput): string {
  const { day, month, year } = istParts(value);
  return `${day} ${month} ${year}`;
}

/** "7 Apr" (IST), for axes. */
export function formatDay(value: DateInput): string {
  const { day, month } = istParts(value);
  return `${day} ${month}`;
}

/** "10:07" (IST, 24 hours). */
export function formatTime(value: DateInput): string {
  return istParts(value).clock;
}

/** "7 Apr 2026, 10:07" (IST). */
export function formatDateTime(value: DateInput): string {
  return `${formatDate(value)}, ${formatTime(value)}`;
}

/** "7 Apr 2026, 10:07 IST", for tooltips. */
export function formatDateTimeZone(value: DateInput): string {
  return `${formatDateTime(value)} IST`;
}

/** An age under 24 hours as a whole unit; the caller words it. */
export type Age = { count: number; unit: 'second' | 'minute' | 'hour' };

/** How long ago, or null when it is in the future by more than a minute or 24 hours or more ago: then show the date. */
export function ageOf(value: DateInput, now: Date): Age | null {
  const ageMs = now.getTime() - new Date(value).getTime();
  if (ageMs < -MINUTE_MS || ageMs >= DAY_MS) return null;
  if (ageMs < MINUTE_MS) return { count: Math.max(0, Math.floor(ageMs / 1000)), unit: 'second' };
  if (ageMs < HOUR_MS) return { count: Math.floor(ageMs / MINUTE_MS), unit: 'minute' };
  return { count: Math.floor(ageMs / HOUR_MS), unit: 'hour' };
}

/** First letters of the first and last word, upper case; null without a letter (then show the mail icon). */
export function initialsOf(name: string): string | null {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word));
  const first = words[0];
  if (!first) return null;
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return `${[...first][0] ?? ''}${last ? ([...last][0] ?? '') : ''}`.toUpperCase();
}
