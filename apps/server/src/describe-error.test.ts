import { describe, expect, it } from 'vitest';
import { describeError, maskText } from './describe-error.ts';

describe('what the log keeps of an error', () => {
  it('masks addresses, phones and keys in its message', () => {
    expect(maskText('mail a.b+c@mail.example.in or call +91 98765 43210')).toBe(
      'mail [e-mail] or call [number]',
    );
    expect(maskText(`key lc_${'a1'.repeat(20)}`)).toBe('key [key]');
    expect(maskText('rzp_test_Ab12Cd34Ef56Gh')).toBe('[key]');
  });

  it('leaves ids and small numbers alone', () => {
    expect(maskText('attempt 3 of 0193b4c2-aaaa-7bbb-8ccc-0123456789ab')).toContain(
      'attempt 3 of 0193b4c2-aaaa',
    );
  });

  it("drops a statement's values and Postgres' detail, keeps code and constraint", () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      constraint_name: 'lead_identity_once',
      detail: 'Key (phone)=(+919876543210) already exists.',
    });
    const error = new Error('Failed query: insert into app.lead\nparams: +919876543210,Asha', { cause });
    const described = describeError(error);
    expect(described).toMatchObject({ code: '23505', constraint: 'lead_identity_once' });
    expect(JSON.stringify(described)).not.toMatch(/9876543210|Asha/);
  });

  it('keeps where it happened without repeating the message', () => {
    const { stack } = describeError(new Error('secret@example.com'));
    expect(stack).toMatch(/^\s+at /);
    expect(stack).not.toContain('secret@');
  });

  it('says nothing of what is no error', () => {
    expect(describeError({ phone: '+919876543210' })).toEqual({ name: 'object', message: 'not an Error' });
  });
});
