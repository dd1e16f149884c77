import { describe, expect, it } from 'vitest';
import { type AccountText, accountInput, checkAccount, serverProblems, textOf } from './check-account.ts';

const filled: AccountText = {
  accountName: 'Acme Motors',
  contactName: 'Asha Rao',
  phone: '98765 43210',
  gstin: '',
  addressLine1: '12 MG Road',
  addressLine2: '',
  city: 'Bengaluru',
  stateCode: '29',
  pincode: '560 001',
  recipients: 'accounts@acme.in\n\nASHA@acme.in',
};

describe('checkAccount', () => {
  it('accepts an account without a GSTIN', () => {
    expect(checkAccount(filled)).toEqual({});
  });

  it('names every missing field of an empty form and nothing optional', () => {
    expect(Object.keys(checkAccount(textOf(null)))).toEqual([
      'accountName',
      'contactName',
      'phone',
      'addressLine1',
      'city',
      'stateCode',
      'pincode',
      'recipients',
    ]);
  });

  it('says how long a GSTIN is that has not 15 characters', () => {
    expect(checkAccount({ ...filled, gstin: '29AAGCB7383J1Z' }).gstin).toMatchObject({
      reason: 'gstin_length',
      length: 14,
    });
  });

  it('refuses a wrong check digit', () => {
    expect(checkAccount({ ...filled, gstin: '29AAGCB7383J1Z5' }).gstin?.reason).toBe('gstin_check_digit');
    expect(checkAccount({ ...filled, gstin: '29aagcb7383j1z4' }).gstin).toBeUndefined();
  });

  it.each(['06001', '060001', '5600011', 'abcdef', ''])('refuses the pincode "%s"', (pincode) => {
    expect(checkAccount({ ...filled, pincode }).pincode?.reason).toBe('pincode_format');
  });

  it('points to the line of a bad recipient', () => {
    expect(
      checkAccount({ ...filled, recipients: 'accounts@acme.in\nasha(at)acme.in' }).recipients,
    ).toMatchObject({ reason: 'email_format', line: 2, value: 'asha(at)acme.in' });
  });

  it('refuses a State that does not exist', () => {
    expect(checkAccount({ ...filled, stateCode: '28' }).stateCode?.reason).toBe('state_unknown');
  });

  it('refuses texts that are too long for an invoice', () => {
    expect(checkAccount({ ...filled, city: 'x'.repeat(81) }).city).toMatchObject({
      reason: 'too_long',
      max: 80,
    });
  });
});

describe('accountInput', () => {
  it('sends recipients as a list without repeats and empty texts as nothing', () => {
    expect(accountInput(filled)).toMatchObject({
      gstin: null,
      addressLine2: null,
      recipientEmails: ['accounts@acme.in', 'asha@acme.in'],
    });
  });
});

describe('serverProblems', () => {
  it('stands at the field that was refused', () => {
    const problems = serverProblems(
      [
        { field: 'gstin', reason: 'gstin_check_digit' },
        { field: 'recipientEmails.1', reason: 'email_format' },
        { field: 'unknown', reason: 'x' },
      ],
      filled,
    );
    expect(problems.gstin?.reason).toBe('gstin_check_digit');
    expect(problems.recipients).toMatchObject({ line: 2, value: 'asha@acme.in' });
    expect(Object.keys(problems)).toHaveLength(2);
  });
});
