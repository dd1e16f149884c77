import { currentStateCode, parseGstin, stateByCode } from '@lead-credits/contract';
import { type RefObject, useRef, useState } from 'react';
import { api } from '../../../api.ts';
import type { BillingProfile, SavedProfile } from '../../../api-types.ts';
import { type AppError, readError } from '../../../app-error.ts';
import {
  ACCOUNT_FIELDS,
  type AccountField,
  type AccountProblems,
  type AccountText,
  accountInput,
  checkAccount,
  serverProblems,
  textOf,
} from './check-account.ts';

export type AccountForm = {
  text: AccountText;
  problems: AccountProblems;
  /** Something typed is not saved. */
  dirty: boolean;
  saving: boolean;
  failure: AppError | null;
  /** Codes of what is true but odd, after the last save. */
  warnings: readonly string[];
  formRef: RefObject<HTMLFormElement | null>;
  change: (field: AccountField, value: string) => void;
  save: () => Promise<boolean>;
  discard: () => void;
};

/** The State a complete GSTIN belongs to, as a current code; nothing while it is incomplete. */
export function stateOfGstin(gstin: string): string | undefined {
  const parsed = parseGstin(gstin);
  return parsed.ok ? stateByCode(currentStateCode(parsed.stateCode))?.code : undefined;
}

/** State of the Billing Account form over the saved profile. Problems show after Save and leave as they are mended. */
export function useAccountForm(projectId: string, profile: BillingProfile | null): AccountForm {
  const [held, setHeld] = useState({ profile, text: textOf(profile) });
  const { text } = held;
  const saved = textOf(held.profile);
  const dirty = ACCOUNT_FIELDS.some((field) => text[field] !== saved[field]);
  // Somebody else saved it meanwhile: adopted, unless something typed here would be lost.
  if (!dirty && profile?.updatedAt !== held.profile?.updatedAt) setHeld({ profile, text: textOf(profile) });
  const [problems, setProblems] = useState<AccountProblems>({});
  const formRef = useRef<HTMLFormElement>(null);
  const utils = api.useUtils();
  const saveProfile = api.billing.saveProfile.useMutation();
  const error = saveProfile.error ? readError(saveProfile.error) : null;

  const change = (field: AccountField, value: string): void => {
    const next = { ...text, [field]: value };
    const state = field === 'gstin' && text.stateCode === '' ? stateOfGstin(value) : undefined;
    if (state) next.stateCode = state;
    setHeld({ ...held, text: next });
    if (Object.keys(problems).length === 0) return;
    const still = checkAccount(next);
    setProblems(Object.fromEntries(Object.entries(problems).filter(([name]) => name in still)));
  };

  const refuse = (found: AccountProblems): void => {
    setProblems(found);
    const first = ACCOUNT_FIELDS.find((field) => found[field]);
    formRef.current
      ?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, button)`)
      ?.focus();
  };

  const keep = async ({ profile: kept }: SavedProfile): Promise<void> => {
    setHeld({ profile: kept, text: textOf(kept) });
    setProblems({});
    utils.billing.profile.setData({ projectId }, { profile: kept });
    await utils.billing.quote.invalidate();
  };

  const save = async (): Promise<boolean> => {
    const found = checkAccount(text);
    if (Object.keys(found).length > 0) {
      refuse(found);
      return false;
    }
    try {
      await keep(await saveProfile.mutateAsync({ projectId, ...accountInput(text) }));
      return true;
    } catch (refusal) {
      refuse(serverProblems(readError(refusal).problems, text));
      return false;
    }
  };

  return {
    text,
    problems,
    dirty,
    saving: saveProfile.isPending,
    failure: error?.code === 'VALIDATION_FAILED' ? null : error,
    warnings: saveProfile.data?.warnings ?? [],
    formRef,
    change,
    save,
    discard: () => {
      setHeld({ ...held, text: saved });
      setProblems({});
    },
  };
}
