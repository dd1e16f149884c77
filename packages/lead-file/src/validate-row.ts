import { cleanMultilineText, cleanText } from './clean-text.ts';
import { normalizeEmail } from './email.ts';
import { LEAD_LIMITS } from './limits.ts';
import type { MappedRow } from './map-row.ts';
import { normalizePhone } from './phone.ts';
import { type LeadProcess, labelOf, type ProcessVariable } from './process.ts';
import type { RowIssue, RowReason } from './row-reasons.ts';
import { isExcelError } from './spreadsheet-error.ts';
import { readVariable, type VariableValue } from './variable-value.ts';

/** A lead ready to be stored: phone in E.164, e-mail in lower case, nothing in it that Postgres text or jsonb refuses. */
export type LeadFields = {
  name?: string;
  firstName?: string;
  lastName?: string;
  phone?: string;
  email?: string;
  referenceId?: string;
  groupId?: string;
  metadata: Record<string, VariableValue>;
};

export type RowResult =
  | { outcome: 'accepted'; lead: LeadFields; warnings: readonly RowIssue[] }
  | { outcome: 'failed'; reasons: readonly RowIssue[] };

/**
 * Whether one row is a lead, and which. A name or first name is required, and a phone or an e-mail. A phone that is given
 * but bad fails the row also beside a good e-mail: the operator meant it to be dialled, and dropping it would charge
 * for a lead that is never called. A bad e-mail beside a good phone is a warning. All reasons are reported, so
 * that one correction is enough. Pure; knows no credits, no other rows and no stored leads.
 */
export function validateRow(row: MappedRow, process: LeadProcess): RowResult {
  if (row.problem !== undefined) return { outcome: 'failed', reasons: [{ code: row.problem, column: '' }] };
  const check = new RowCheck(row);
  const lead: LeadFields = { metadata: {} };
  check.readNames(lead);
  check.readContact(lead);
  check.readIds(lead);
  check.readMetadata(lead, process);
  if (check.reasons.length > 0) return { outcome: 'failed', reasons: check.reasons };
  return { outcome: 'accepted', lead, warnings: check.warnings };
}

const NONE: readonly RowIssue[] = Object.freeze([]);

type TextField = 'name' | 'firstName' | 'lastName' | 'referenceId' | 'groupId';

/** One row being read: what is wrong with it, and what is worth noting. */
class RowCheck {
  readonly #row: MappedRow;
  reasons: readonly RowIssue[] = NONE;
  warnings: readonly RowIssue[] = NONE;

  constructor(row: MappedRow) {
    this.#row = row;
  }

  readNames(lead: LeadFields): void {
    const name = this.#text('name', LEAD_LIMITS.nameChars);
    const firstName = this.#text('firstName', LEAD_LIMITS.nameChars);
    const lastName = this.#text('lastName', LEAD_LIMITS.nameChars);
    if (name !== undefined) lead.name = name;
    if (firstName !== undefined) lead.firstName = firstName;
    if (lastName !== undefined) lead.lastName = lastName;
    const hasError = this.reasons !== NONE;
    if (name === undefined && firstName === undefined && !hasError)
      this.#fail('name_missing', this.#nameColumn());
    if (name?.includes('\uFFFD') === true || firstName?.includes('\uFFFD') === true)
      this.#warn('damaged_text', this.#nameColumn());
  }

  readContact(lead: LeadFields): void {
    const before = this.reasons.length;
    const phone =
      this.#row.phone === undefined ? undefined : normalizePhone(this.#row.phone, this.#row.phoneCell);
    if (phone?.ok === true) {
      lead.phone = phone.e164;
      if (phone.warning !== undefined) this.#warn(phone.warning, this.#header('phone'));
    } else if (phone !== undefined && phone.reason !== 'empty') {
      this.#fail(phone.reason, this.#header('phone'));
    }
    const email = this.#row.email === undefined ? undefined : normalizeEmail(this.#row.email);
    if (email?.ok === true) lead.email = email.email;
    else if (email !== undefined && email.reason !== 'empty') {
      if (lead.phone !== undefined) this.#warn(email.reason, this.#header('email'));
      else this.#fail(email.reason, this.#header('email'));
    }
    const hasContact = lead.phone !== undefined || lead.email !== undefined;
    if (!hasContact && this.reasons.length === before) this.#fail('contact_missing', this.#contactColumn());
  }

  readIds(lead: LeadFields): void {
    const referenceId = this.#text('referenceId', LEAD_LIMITS.referenceIdChars);
    const groupId = this.#text('groupId', LEAD_LIMITS.groupIdChars);
    if (groupId !== undefined) lead.groupId = groupId;
    if (referenceId === undefined) return;
    // 1.23457E+11 has lost digits: different references would become one lead, and the others its duplicates.
    if (/^\d[.,]\d+e\+?\d+$/i.test(referenceId))
      this.#fail('scientific_notation', this.#header('referenceId'));
    lead.referenceId = referenceId;
  }

  readMetadata(lead: LeadFields, process: LeadProcess): void {
    const { variables, altPhones, metadata, extraCells } = this.#row;
    process.variables.forEach((variable, index) => {
      const raw = variables[index];
      const result = raw === undefined ? undefined : readVariable(raw, variable);
      if (result?.ok === true && result.value !== undefined)
        putOwn(lead.metadata, variable.name, result.value);
      else if (result?.ok === false)
        this.#fail(result.code, this.#variableHeader(index, variable), result.params);
      else if (variable.required) this.#fail('value_missing', this.#variableHeader(index, variable));
    });
    for (const { key, value } of altPhones) {
      const phone = normalizePhone(value);
      if (phone.ok) putOwn(lead.metadata, key, phone.e164);
      else if (phone.reason !== 'empty') this.#putText(lead.metadata, key, value);
    }
    for (const { key, value } of metadata) this.#putText(lead.metadata, key, value);
    if (extraCells > 0) this.#warn('extra_cells', '', { count: extraCells });
    const most =
      variables.length * LEAD_LIMITS.variableChars +
      (altPhones.length + metadata.length) * LEAD_LIMITS.metadataValueChars;
    if (most > LEAD_LIMITS.metadataChars / 2) this.#limitMetadata(lead.metadata);
  }

  #putText(metadata: Record<string, VariableValue>, key: string, value: string): void {
    const text = cleanMultilineText(value);
    if (text.length > LEAD_LIMITS.metadataValueChars) {
      this.#fail('value_too_long', key, { limit: LEAD_LIMITS.metadataValueChars });
    } else if (text !== '') {
      putOwn(metadata, cleanText(key).slice(0, LEAD_LIMITS.metadataKeyChars).toWellFormed(), text);
    }
  }

  #limitMetadata(metadata: Record<string, VariableValue>): void {
    let chars = 0;
    for (const key in metadata) chars += key.length + String(metadata[key]).length;
    if (chars > LEAD_LIMITS.metadataChars)
      this.#fail('value_too_long', '', { limit: LEAD_LIMITS.metadataChars });
  }

  /** A short text, or undefined where the cell says that there is none ("-", "N/A", "null"). */
  #text(field: TextField, limit: number): string | undefined {
    const raw = this.#row[field];
    if (raw === undefined) return undefined;
    const text = cleanText(raw);
    if (isExcelError(text)) {
      this.#fail('spreadsheet_error', this.#header(field));
      return undefined;
    }
    if (isNothing(text)) return undefined;
    if (text.length > limit) this.#fail('value_too_long', this.#header(field), { limit });
    return text;
  }

  #header(field: string): string {
    return this.#row.headers.get(field) ?? field;
  }

  #variableHeader(index: number, variable: ProcessVariable): string {
    return this.#row.headers.get(`variable ${index}`) ?? labelOf(variable);
  }

  #nameColumn(): string {
    return this.#row.headers.get('name') ?? this.#row.headers.get('firstName') ?? 'name';
  }

  #contactColumn(): string {
    return this.#row.headers.get('phone') ?? this.#row.headers.get('email') ?? 'phone';
  }

  #fail(code: RowReason, column: string, params?: RowIssue['params']): void {
    this.reasons = [...this.reasons, issue(code, column, params)];
  }

  #warn(code: RowReason, column: string, params?: RowIssue['params']): void {
    this.warnings = [...this.warnings, issue(code, column, params)];
  }
}

function issue(code: RowReason, column: string, params: RowIssue['params']): RowIssue {
  return params === undefined ? { code, column } : { code, column, params };
}

/** What people write where a text is missing. "Na" and "Nil" are names too, so those two count only without a capital's help. */
const NOTHING: ReadonlySet<string> = new Set(
  'n/a,n.a.,n.a,null,none,nan,undefined,unknown,not available,not applicable,not provided,not given,no name,xxx,tbd'.split(
    ',',
  ),
);
const NOTHING_INITIALS = 'nNuUtTxX';
const NOTHING_IN_ONE_CASE: ReadonlySet<string> = new Set(['na', 'NA', 'nil', 'NIL']);

function isNothing(text: string): boolean {
  if (text.length > 14) return false;
  const first = text.charCodeAt(0) | 32;
  if (first >= 97 && first <= 122 && !NOTHING_INITIALS.includes(text.charAt(0))) return false;
  if (NOTHING_IN_ONE_CASE.has(text) || NOTHING.has(text.toLowerCase())) return true;
  return first >= 97 && first <= 122 ? false : /^[\p{P}\p{S}\s]*$/u.test(text);
}

/** Assigning to `__proto__` would set a prototype; every other key, `constructor` included, is an ordinary one. */
function putOwn(target: Record<string, VariableValue>, key: string, value: VariableValue): void {
  if (key !== '__proto__') target[key] = value;
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
