import {
  type BillingProfileInput,
  type FieldProblem,
  isBuyerKind,
  MAX_RECIPIENTS,
  parseBillingPhone,
  parseGstin,
  parseRecipientEmails,
  stateByCode,
} from '@lead-credits/contract';
import { formatPhone } from '@lead-credits/ui';
import type { BillingProfile } from '../../../api-types.ts';

export const ACCOUNT_FIELDS = [
  'accountName',
  'contactName',
  'phone',
  'gstin',
  'addressLine1',
  'addressLine2',
  'city',
  'stateCode',
  'pincode',
  'recipients',
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

/** The form as typed. */
export type AccountText = Record<AccountField, string>;

/** Why a field was refused; `reason` names a sentence of the catalogue, the rest fills it. */
export type AccountProblem = {
  reason: string;
  length: number;
  max: number;
  line: number;
  value: string;
};
export type AccountProblems = Partial<Record<AccountField, AccountProblem>>;

const MAX_LENGTH = {
  accountName: 150,
  contactName: 100,
  addressLine1: 150,
  addressLine2: 150,
  city: 80,
} as const;

const PINCODE = /^[1-9][0-9]{5}$/;

export function textOf(profile: BillingProfile | null): AccountText {
  return {
    accountName: profile?.accountName ?? '',
    contactName: profile?.contactName ?? '',
    phone: profile ? formatPhone(profile.phone) : '',
    gstin: profile?.gstin ?? '',
    addressLine1: profile?.addressLine1 ?? '',
    addressLine2: profile?.addressLine2 ?? '',
    city: profile?.city ?? '',
    stateCode: profile?.stateCode ?? '',
    pincode: profile?.pincode ?? '',
    recipients: profile?.recipientEmails.join('\n') ?? '',
  };
}

function problem(reason: string, more: Partial<AccountProblem> = {}): AccountProblem {
  return { reason, length: 0, max: 0, line: 0, value: '', ...more };
}

function textProblem(field: keyof typeof MAX_LENGTH, text: string): AccountProblem | undefined {
  const max = MAX_LENGTH[field];
  if (text.trim().length > max) return problem('too_long', { max });
  const missing = field !== 'addressLine2' && text.trim() === '';
  return missing ? problem(`missing_${field}`) : undefined;
}

function gstinProblem(text: string): AccountProblem | undefined {
  const compact = text.replace(/[\s-]/g, '');
  if (compact === '') return undefined;
  const parsed = parseGstin(text);
  if (parsed.ok) return isBuyerKind(parsed.kind) ? undefined : problem('gstin_not_a_buyer');
  return problem(`gstin_${parsed.reason}`, { length: compact.length, value: compact.slice(0, 2) });
}

function phoneProblem(text: string): AccountProblem | undefined {
  const parsed = parseBillingPhone(text);
  return parsed.ok ? undefined : problem(`phone_${parsed.reason}`);
}

function recipientsProblem(text: string): AccountProblem | undefined {
  const { emails, problems } = parseRecipientEmails(text);
  const [first] = problems;
  if (first) {
    return problem(first.reason, { line: first.line, value: first.value, max: MAX_RECIPIENTS });
  }
  return emails.length === 0 ? problem('recipients_missing') : undefined;
}

/** Checks the form by the rules the server holds too (they live in the contract). Pure; empty means it can be sent. */
export function checkAccount(text: AccountText): AccountProblems {
  const found: Record<AccountField, AccountProblem | undefined> = {
    accountName: textProblem('accountName', text.accountName),
    contactName: textProblem('contactName', text.contactName),
    phone: phoneProblem(text.phone),
    gstin: gstinProblem(text.gstin),
    addressLine1: textProblem('addressLine1', text.addressLine1),
    addressLine2: textProblem('addressLine2', text.addressLine2),
    city: textProblem('city', text.city),
    stateCode: stateByCode(text.stateCode) ? undefined : problem('state_unknown'),
    pincode: PINCODE.test(text.pincode.replace(/\s/g, '')) ? undefined : problem('pincode_format'),
    recipients: recipientsProblem(text.recipients),
  };
  const entries = ACCOUNT_FIELDS.flatMap((field) => {
    const refused = found[field];
    return refused ? [[field, refused] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** What is sent; check it first. */
export function accountInput(text: AccountText): Omit<BillingProfileInput, 'projectId'> {
  return {
    accountName: text.accountName.trim(),
    contactName: text.contactName.trim(),
    phone: text.phone.trim(),
    gstin: text.gstin.trim() || null,
    addressLine1: text.addressLine1.trim(),
    addressLine2: text.addressLine2.trim() || null,
    city: text.city.trim(),
    stateCode: text.stateCode,
    pincode: text.pincode.trim(),
    recipientEmails: parseRecipientEmails(text.recipients).emails,
  };
}

/** The server's refusals by field of the form; a recipient's problem stands at the list. */
export function serverProblems(problems: readonly FieldProblem[], text: AccountText): AccountProblems {
  const entries = problems.flatMap(({ field, reason }) => {
    const [name = '', index = '0'] = field.split('.');
    const shown = ACCOUNT_FIELDS.find(
      (known) => known === (name === 'recipientEmails' ? 'recipients' : name),
    );
    if (!shown) return [];
    const line = Number(index) + 1;
    const value = shown === 'recipients' ? (accountInput(text).recipientEmails[line - 1] ?? '') : text[shown];
    return [[shown, problem(reason, { line, value, length: value.length, max: MAX_RECIPIENTS })] as const];
  });
  return Object.fromEntries(entries);
}
