import { cleanText } from './clean-text.ts';
import { headerKey, matchHeader } from './header-match.ts';
import type { LeadField } from './header-words.ts';
import type { MissingColumn } from './lead-file-error.ts';
import { LEAD_LIMITS } from './limits.ts';
import { type LeadProcess, labelOf, type ProcessVariable } from './process.ts';

/** Where the value of a column goes. `variable` is the position in the process's list. */
export type ColumnUse =
  | { kind: 'field'; field: Exclude<LeadField, 'altPhone'> }
  | { kind: 'altPhone'; key: string }
  | { kind: 'variable'; variable: number }
  | { kind: 'metadata'; key: string };

export type Column = { index: number; header: string; use: ColumnUse };

/** Every column of a file, left to right, with its use. */
export type ColumnMap = {
  columns: readonly Column[];
  /** Positions of the columns that make a record a lead row: lead fields, further phones and the process's variables. */
  mapped: readonly number[];
  /** The file's own header by field name, and by `variable N`: what messages call the column. */
  headers: ReadonlyMap<string, string>;
};

export type MapResult =
  | { ok: true; map: ColumnMap }
  | { ok: false; missing: readonly MissingColumn[]; map: ColumnMap };

/**
 * Decides by its header what each column of a file is: a lead field, a variable of the process, a further phone, or
 * metadata under its own header. A process's own names win over a merely suggestive synonym; of two columns for one
 * field the better-named one wins, then the first, and the other is kept as metadata ("phone 2" for a phone).
 * Answers with what is missing when no lead could come out: a name, a phone or e-mail, a required variable.
 */
export function mapColumns(header: readonly string[], process: LeadProcess): MapResult {
  const candidates = header.map((text, index) => ({
    index,
    header: cleanText(text),
    target: targetOf(text, process),
  }));
  const fieldAt = bestColumns(candidates);
  promoteOnlyPhone(candidates, fieldAt);
  const keys = new KeyNames(process.variables);
  const taken = new Set<string>();
  const columns = candidates.map(({ index, header: text, target }): Column => {
    const isWinner = target !== undefined && fieldAt.get(target.name) === index && !taken.has(target.name);
    if (isWinner) taken.add(target.name);
    return { index, header: text, use: useOf(target, isWinner, text, index, keys) };
  });
  const map: ColumnMap = {
    columns,
    mapped: columns.filter((column) => column.use.kind !== 'metadata').map((column) => column.index),
    headers: new Map(
      columns.flatMap((column) => (isNamedUse(column.use) ? [[nameOf(column.use), column.header]] : [])),
    ),
  };
  const missing = missingFrom(taken, process);
  return missing.length === 0 ? { ok: true, map } : { ok: false, missing, map };
}

/** How sure a header row is: 2 for each lead field or variable it names, 1 for other known columns, 0 for the rest. */
export function headerScore(header: readonly string[], process: LeadProcess): number {
  let score = 0;
  for (const text of header) {
    if (text === '' || text.length > 200) continue;
    const target = targetOf(text, process);
    if (target !== undefined) score += 2;
    else if (matchHeader(text) !== undefined) score += 1;
  }
  return score;
}

/** True for a name that mapping gives to a lead field ("email", "Mobile No"): a process's variable by this name would never receive a value. */
export function isReservedVariableName(name: string): boolean {
  const match = matchHeader(name);
  return match !== undefined && match.rank < 2 && isLeadField(match.concept);
}

type Target =
  | { name: string; field: LeadField; rank: number }
  | { name: string; variable: number; rank: number };

type Candidate = { index: number; header: string; target: Target | undefined };

const FIELDS: ReadonlySet<string> = new Set([
  'name',
  'firstName',
  'lastName',
  'phone',
  'email',
  'referenceId',
  'groupId',
  'altPhone',
]);

function isLeadField(concept: string): concept is LeadField {
  return FIELDS.has(concept);
}

function targetOf(header: string, process: LeadProcess): Target | undefined {
  const key = headerKey(header);
  if (key === '') return undefined;
  const match = matchHeader(header);
  const own = process.variables.findIndex((variable) => isNamed(variable, key));
  const field = match !== undefined && isLeadField(match.concept) ? match.concept : undefined;
  if (field !== undefined && match !== undefined && (own < 0 || match.rank < 2))
    return { name: field, field, rank: match.rank };
  if (own >= 0) return { name: `variable ${own}`, variable: own, rank: 0 };
  if (match === undefined) return undefined;
  const alike = process.variables.findIndex((variable) => conceptOf(variable) === match.concept);
  return alike < 0 ? undefined : { name: `variable ${alike}`, variable: alike, rank: 1 };
}

function isNamed(variable: ProcessVariable, key: string): boolean {
  return headerKey(variable.name) === key || headerKey(labelOf(variable)) === key;
}

function conceptOf(variable: ProcessVariable): string | undefined {
  return (matchHeader(variable.name) ?? matchHeader(labelOf(variable)))?.concept;
}

/** For each target the column with the best rank, the first of equals. */
function bestColumns(candidates: readonly Candidate[]): Map<string, number> {
  const best = new Map<string, { index: number; rank: number }>();
  for (const { index, target } of candidates) {
    if (target === undefined || target.name === 'altPhone') continue;
    const current = best.get(target.name);
    if (current === undefined || target.rank < current.rank)
      best.set(target.name, { index, rank: target.rank });
  }
  return new Map([...best].map(([name, { index }]) => [name, index]));
}

/** A file whose only phone is called "Alternate number" still has a phone. */
function promoteOnlyPhone(candidates: Candidate[], fieldAt: Map<string, number>): void {
  if (fieldAt.has('phone')) return;
  const other = candidates.find(({ target }) => target?.name === 'altPhone');
  if (other === undefined) return;
  other.target = { name: 'phone', field: 'phone', rank: 2 };
  fieldAt.set('phone', other.index);
}

function useOf(
  target: Target | undefined,
  isWinner: boolean,
  header: string,
  index: number,
  keys: KeyNames,
): ColumnUse {
  const isPhone =
    target !== undefined && 'field' in target && (target.field === 'phone' || target.field === 'altPhone');
  if (isPhone && !isWinner) return { kind: 'altPhone', key: keys.phone() };
  if (target !== undefined && isWinner) {
    if ('variable' in target) return { kind: 'variable', variable: target.variable };
    if (target.field !== 'altPhone') return { kind: 'field', field: target.field };
  }
  return { kind: 'metadata', key: keys.of(header, index) };
}

type NamedUse = Extract<ColumnUse, { kind: 'field' | 'variable' }>;

function isNamedUse(use: ColumnUse): use is NamedUse {
  return use.kind === 'field' || use.kind === 'variable';
}

function nameOf(use: NamedUse): string {
  return use.kind === 'field' ? use.field : `variable ${use.variable}`;
}

function missingFrom(taken: ReadonlySet<string>, process: LeadProcess): MissingColumn[] {
  const missing: MissingColumn[] = [];
  if (!taken.has('name') && !taken.has('firstName')) missing.push({ column: 'name' });
  if (!taken.has('phone') && !taken.has('email')) missing.push({ column: 'contact' });
  process.variables.forEach((variable, index) => {
    if (!variable.required || taken.has(`variable ${index}`)) return;
    missing.push({ column: 'variable', name: variable.name, label: labelOf(variable) });
  });
  return missing;
}

/** Metadata keys: the header itself, "column 4" where it is empty, " 2", " 3" … where it is already taken. */
class KeyNames {
  readonly #taken: Set<string>;
  #phones = 1;

  constructor(variables: readonly ProcessVariable[]) {
    this.#taken = new Set(variables.map((variable) => variable.name));
  }

  of(header: string, index: number): string {
    const base =
      header === '' ? `column ${index + 1}` : header.slice(0, LEAD_LIMITS.metadataKeyChars).toWellFormed();
    let key = base;
    for (let count = 2; this.#taken.has(key); count++) key = `${base} ${count}`;
    this.#taken.add(key);
    return key;
  }

  phone(): string {
    this.#phones++;
    const key = `phone ${this.#phones}`;
    if (this.#taken.has(key)) return this.phone();
    this.#taken.add(key);
    return key;
  }
}
