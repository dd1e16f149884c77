import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECIPIENTS } from './billing.ts';
import { billingPhone, parseBillingPhone, parseRecipientEmails, pincode, recipientEmails } from './india.ts';

describe('pincode', () => {
  it.each([
    ['560001', '560001'],
    ['560 001', '560001'],
    [' 110001\n', '110001'],
  ])('reads %j', (raw, expected) => {
    expect(pincode.parse(raw)).toBe(expected);
  });

  it.each(['', '056001', '56001', '5600011', '56000a', '५६०००१', '560001.0'])('refuses %j', (raw) => {
    expect(pincode.safeParse(raw).error?.issues[0]?.message).toBe('pincode_format');
  });
});

describe('parseBillingPhone', () => {
  it.each([
    ['9876543210', '+919876543210'],
    ['+91 98765 43210', '+919876543210'],
    ['919876543210', '+919876543210'],
    ['0919876543210', '+919876543210'],
    ['0091-98765-43210', '+919876543210'],
    ['+91 (0) 98765 43210', '+919876543210'],
    ['9198765432', '+919198765432'],
    ['\u202a+91 98765 43210\u202c', '+919876543210'],
    ['080-2222 3333', '+918022223333'],
    ['(011) 23456789', '+911123456789'],
    ['022 2345 6789', '+912223456789'],
    ['0484-2345678', '+914842345678'],
    ['0612 3456789', '+916123456789'],
    ['04282 234567', '+914282234567'],
    ['+91 20 2345 6789', '+912023456789'],
  ])('reads %j as %s', (raw, phone) => {
    expect(parseBillingPhone(raw)).toEqual({ ok: true, phone });
    expect(billingPhone.parse(raw)).toBe(phone);
  });

  it.each([
    ['', 'empty'],
    [' - ', 'empty'],
    ['98765 43210 / 98765 43211', 'characters'],
    ['98765 43210 ext 2', 'characters'],
    ['९८७६५४३२१०', 'characters'],
    ['+', 'characters'],
    ['9876543210\r\nX: y', 'characters'],
    ['+1 415 555 2671', 'foreign'],
    ['0044 20 7946 0958', 'foreign'],
    ['98765', 'length'],
    ['98765432101', 'length'],
    ['1800 123 4567', 'length'],
    ['1800 223 456', 'service_number'],
    ['1600 223 456', 'service_number'],
    ['1402 234567', 'service_number'],
    ['1111111111', 'not_a_phone'],
    ['5550123456', 'not_a_phone'],
    ['0 11 12345678', 'not_a_phone'],
  ])('refuses %j: %s', (raw, reason) => {
    expect(parseBillingPhone(raw)).toEqual({ ok: false, reason });
    expect(billingPhone.safeParse(raw).error?.issues[0]?.message).toBe(`phone_${reason}`);
  });

  it('gives what Razorpay takes as contact, and reads its own answer again', () => {
    const phoneLike = fc.stringMatching(/^(\+91|0091|91|0)?[0-9]{10}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), phoneLike), (raw) => {
        const parsed = parseBillingPhone(raw);
        if (!parsed.ok) return;
        expect(parsed.phone).toMatch(/^\+91[1-9][0-9]{9}$/);
        expect(parseBillingPhone(parsed.phone)).toEqual(parsed);
      }),
    );
  });
});

describe('parseRecipientEmails', () => {
  it('reads one address per line, in lower case and without repeats', () => {
    const text = 'Accounts@Acme.in\r\n\r\n  priya@acme.co.in \nACCOUNTS@acme.in\ro.neil+gst@a-b.example\n';
    expect(parseRecipientEmails(text)).toEqual({
      emails: ['accounts@acme.in', 'priya@acme.co.in', 'o.neil+gst@a-b.example'],
      problems: [],
    });
  });

  it('splits at commas and semicolons, so that no address holds one', () => {
    expect(parseRecipientEmails('a@x.in, b@x.in;c@x.in').emails).toEqual(['a@x.in', 'b@x.in', 'c@x.in']);
  });

  it('names each refused piece with its line and keeps the others', () => {
    expect(parseRecipientEmails('a@x.in\nPriya <p@x.in>\nb@x')).toEqual({
      emails: ['a@x.in'],
      problems: [
        { line: 2, value: 'Priya <p@x.in>', reason: 'email_format' },
        { line: 3, value: 'b@x', reason: 'email_format' },
      ],
    });
  });

  it('takes the cap of addresses and names the first one beyond it', () => {
    const lines = Array.from({ length: MAX_RECIPIENTS + 1 }, (_, n) => `a${n}@x.in`);
    const parsed = parseRecipientEmails([...lines, 'a0@x.in'].join('\n'));
    expect(parsed.emails).toHaveLength(MAX_RECIPIENTS);
    expect(parsed.problems).toEqual([
      { line: MAX_RECIPIENTS + 1, value: `a${MAX_RECIPIENTS}@x.in`, reason: 'too_many_emails' },
    ]);
  });

  it('lets nothing through that could end a mail header or add a recipient', () => {
    const address = fc.tuple(
      fc.emailAddress(),
      fc.constantFrom('\r\n', '\n', ',', ';', ' ', '\u2028', '<', '"', ''),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            address.map((parts) => parts.join('')),
          ),
        ),
        (pieces) => {
          for (const email of parseRecipientEmails(pieces.join('')).emails) {
            expect(email).toMatch(/^[\x21-\x7e]+@[a-z0-9.-]+$/);
            expect(email).not.toMatch(/[,;<>"()[\]\\:\s]/);
          }
        },
      ),
    );
  });
});

describe('recipientEmails', () => {
  it('reads a list of addresses', () => {
    expect(recipientEmails.parse([' A@x.in', 'a@x.in', 'b@x.in'])).toEqual(['a@x.in', 'b@x.in']);
    expect(recipientEmails.parse([])).toEqual([]);
  });

  it.each([
    'a@x.in,b@x.in',
    'a@x.in\r\nBcc: b@x.in',
    'a b@x.in',
    'a@x',
    '@x.in',
    'a@',
    '.a@x.in',
    'a..b@x.in',
    'a@-x.in',
    'a@x..in',
    'a@x.in.',
    'ä@x.in',
    '"a"@x.in',
    `${'a'.repeat(65)}@x.in`,
    `a@${'x'.repeat(64)}.in`,
    `a@${'x.'.repeat(130)}in`,
  ])('refuses %j rather than splitting it', (raw) => {
    expect(recipientEmails.safeParse([raw]).error?.issues[0]?.message).toBe('email_format');
  });

  it('refuses one address more than the cap', () => {
    const list = Array.from({ length: MAX_RECIPIENTS + 1 }, (_, n) => `a${n}@x.in`);
    expect(recipientEmails.safeParse(list).error?.issues[0]?.message).toBe('too_many_emails');
    expect(recipientEmails.parse(list.slice(1))).toHaveLength(MAX_RECIPIENTS);
  });
});
