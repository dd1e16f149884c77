import type { Page } from '@playwright/test';
import type { Caller } from './caller.ts';

/** A billing account that may pay. */
export const ACCOUNT = {
  accountName: 'Acme Motors Private Limited',
  contactName: 'Farah Khan',
  phone: '98765 43210',
  gstin: '27AAPFU0939F1ZV',
  addressLine1: '12 Marine Drive',
  addressLine2: 'Churchgate',
  city: 'Mumbai',
  stateCode: '27',
  pincode: '400020',
  recipientEmails: ['accounts@acme.example', 'farah@acme.example'],
} as const;
export const STATE = 'Maharashtra';

/** Types the Billing Account but its State, without saving it. */
export async function typeBillingAccount(page: Page, { gstin }: { gstin: string }): Promise<void> {
  const form = page.getByRole('form', { name: 'Billing Account' });
  for (const [label, text] of [
    ['Account name', ACCOUNT.accountName],
    ['Billing contact name', ACCOUNT.contactName],
    ['Billing phone', ACCOUNT.phone],
    ['Tax ID / GSTIN', gstin],
    ['Address line 1', ACCOUNT.addressLine1],
    ['Address line 2', ACCOUNT.addressLine2],
    ['City', ACCOUNT.city],
    ['Pincode', ACCOUNT.pincode],
    ['Billing recipient e-mails', ACCOUNT.recipientEmails.join('\n')],
  ] as const) {
    await form.getByLabel(label).fill(text);
  }
}

/** Saves the same account without the form, for stories about something else. */
export async function saveBillingAccount(caller: Caller, projectId: string): Promise<void> {
  await caller.mutate('billing.saveProfile', { projectId, ...ACCOUNT });
}
