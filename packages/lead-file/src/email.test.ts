import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalizeEmail } from './email.ts';

describe('accepted, trimmed and in lower case', () => {
  test.each([
    ['ramesh@example.com', 'ramesh@example.com'],
    [' Ramesh.Kumar@Example.COM ', 'ramesh.kumar@example.com'],
    ['ramesh+leads@mail.example.co.in', 'ramesh+leads@mail.example.co.in'],
    ['mailto:ramesh@example.com', 'ramesh@example.com'],
    ['Ramesh Kumar <ramesh@example.com>', 'ramesh@example.com'],
    ['"ramesh@example.com"', 'ramesh@example.com'],
    ['ramesh@example.com\u200b', 'ramesh@example.com'],
    ['ｒamesh＠example.com', 'ramesh@example.com'],
    ["o'neil@example.com", "o'neil@example.com"],
    ['a@b.xn--h2brj9c', 'a@b.xn--h2brj9c'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%s', (raw, email) => expect(normalizeEmail(raw)).toEqual({ ok: true, email }));
});

describe('refused', () => {
  test.each([
    ['', 'empty'],
    ['-', 'empty'],
    ['N/A', 'empty'],
    ['no email', 'empty'],
    ['#N/A', 'empty'],
    ['ramesh', 'invalid_email'],
    ['9876543210', 'invalid_email'],
    ['ramesh@', 'invalid_email'],
    ['@example.com', 'invalid_email'],
    ['ramesh@example', 'invalid_email'],
    ['ramesh@example.c', 'invalid_email'],
    ['ramesh@example.123', 'invalid_email'],
    ['ramesh@-example.com', 'invalid_email'],
    ['ramesh@example-.com', 'invalid_email'],
    ['ramesh@exam_ple.com', 'invalid_email'],
    ['ramesh@example..com', 'invalid_email'],
    ['.ramesh@example.com', 'invalid_email'],
    ['ramesh.@example.com', 'invalid_email'],
    ['ra..mesh@example.com', 'invalid_email'],
    ['ra mesh@example.com', 'invalid_email'],
    ['ramesh@@example.com', 'invalid_email'],
    ['रमेश@example.com', 'invalid_email'],
    [`${'a'.repeat(65)}@example.com`, 'invalid_email'],
    [`a@${'b'.repeat(64)}.com`, 'invalid_email'],
    [`a@${'b.'.repeat(130)}com`, 'invalid_email'],
    ['a@example.com, b@example.com', 'multiple_emails'],
    ['a@example.com;b@example.com', 'multiple_emails'],
    ['a@example.com b@example.com', 'multiple_emails'],
  ])('%s', (raw, reason) => expect(normalizeEmail(raw)).toEqual({ ok: false, reason }));
});

test('never throws, and what it gives it takes back unchanged', () => {
  const near = fc.string({ unit: fc.constantFrom(...'aZ9.-_+@ <>,;\u0000é'), maxLength: 80 });
  fc.assert(
    fc.property(fc.oneof(near, fc.emailAddress(), fc.string({ unit: 'binary', maxLength: 2_000 })), (raw) => {
      const result = normalizeEmail(raw);
      if (!result.ok) return;
      expect(result.email).toMatch(/^[!-~]{1,64}@[a-z0-9.-]{1,189}$/);
      expect(normalizeEmail(result.email)).toEqual(result);
    }),
    { numRuns: 2_000 },
  );
});

test('long hostile texts are answered at once', () => {
  for (const raw of [
    'a.'.repeat(500),
    `a@${'a-'.repeat(500)}`,
    `a@${'a.'.repeat(500)}1`,
    `${'a'.repeat(60)}@`.repeat(16),
    '<'.repeat(1_000),
  ]) {
    expect(normalizeEmail(raw).ok).toBe(false);
  }
});
