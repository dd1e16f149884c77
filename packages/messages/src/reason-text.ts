import type { i18n } from 'i18next';
import type { en } from './en/index.ts';

type Params = Readonly<Record<string, unknown>>;
type Catalogue = typeof en;

/** Numbers as people in India read them: 32,768 and 10,48,576. Everything else as it is. */
function shown(value: unknown): unknown {
  return typeof value === 'number' ? new Intl.NumberFormat('en-IN').format(value) : value;
}

/** Which parameters a code carries is known at run time only, so the interpolator is called without t's key typing. */
function fill(messages: i18n, sentence: string, params: Params): string {
  const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(value)]));
  return messages.services.interpolator.interpolate(sentence, values, messages.language, {});
}

function sentenceOf(sentences: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}

/** The sentence of one row reason out of a catalogue. */
export function fillRowReason(
  messages: i18n,
  catalogue: Pick<Catalogue, 'rowReasons' | 'wholeRowReasons'>,
  reason: { code: string; column: string; params: Params },
): string {
  const { code, column, params } = reason;
  const whole = column === '' ? sentenceOf(catalogue.wholeRowReasons, code) : undefined;
  const sentence = whole ?? sentenceOf(catalogue.rowReasons, code) ?? catalogue.wholeRowReasons.other;
  return fill(messages, sentence, { ...params, column });
}

/** The sentence of one file reason out of a catalogue, with the missing columns named. */
export function fillFileReason(
  messages: i18n,
  catalogue: Pick<Catalogue, 'fileReasons' | 'missingColumns'>,
  reason: { code: string; details: Params },
): string {
  const sentence = sentenceOf(catalogue.fileReasons, reason.code) ?? catalogue.fileReasons.other;
  const names = missingNames(catalogue.missingColumns, reason.details['missing']);
  const columns = new Intl.ListFormat(messages.language, { type: 'conjunction' }).format(names);
  return fill(messages, sentence, { ...reason.details, columns });
}

function missingNames(words: Catalogue['missingColumns'], missing: unknown): string[] {
  if (!Array.isArray(missing)) return [];
  return missing.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('column' in entry)) return [];
    if (entry.column === 'name' || entry.column === 'contact') return [words[entry.column]];
    return 'label' in entry && typeof entry.label === 'string' ? [entry.label] : [];
  });
}
