const BELOW_TWENTY = [
  'Zero',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
  'Sixteen',
  'Seventeen',
  'Eighteen',
  'Nineteen',
] as const;
const TENS = ['', '', 'Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'] as const;

/** Largest first. Above a crore the crores are counted: One Hundred Crore, One Lakh Crore (accounts know no arab). */
const SCALES = [
  [10_000_000, 'Crore'],
  [100_000, 'Lakh'],
  [1_000, 'Thousand'],
  [100, 'Hundred'],
] as const;

/**
 * An amount in words as Indian accounts write it: 11800050 → "One Lakh Eighteen Thousand Rupees And Fifty Paise Only".
 * Takes integer paise ≥ 0, so no float rounding can creep in; RangeError for anything else.
 */
export function amountInWords(amountPaise: number): string {
  if (!Number.isSafeInteger(amountPaise) || amountPaise < 0) {
    throw new RangeError(`not an amount in paise: ${amountPaise}`);
  }
  const rupees = Math.floor(amountPaise / 100);
  const paise = amountPaise % 100;
  const rupeeWords = `${numberInWords(rupees)} ${rupees === 1 ? 'Rupee' : 'Rupees'}`;
  if (paise === 0) return `${rupeeWords} Only`;
  return `${rupeeWords} And ${numberInWords(paise)} ${paise === 1 ? 'Paisa' : 'Paise'} Only`;
}

function numberInWords(value: number): string {
  for (const [size, name] of SCALES) {
    if (value < size) continue;
    const head = `${numberInWords(Math.floor(value / size))} ${name}`;
    return value % size === 0 ? head : `${head} ${numberInWords(value % size)}`;
  }
  if (value < 20) return `${BELOW_TWENTY[value]}`;
  const tens = `${TENS[Math.floor(value / 10)]}`;
  return value % 10 === 0 ? tens : `${tens} ${BELOW_TWENTY[value % 10]}`;
}
