import { LEAD_FILE_REASONS, ROW_REASONS } from '@lead-credits/lead-file';
import { en, fileReasonText, rowReasonText } from '@lead-credits/messages';
import { describe, expect, it } from 'vitest';

/** Banned in every message of the product. */
const BANNED = /\b(please|sorry|oops|invalid|valid|forbidden|wrong)\b/i;

describe('rowReasonText', () => {
  it.each(ROW_REASONS)('has a sentence of its own for %s', (code) => {
    const text = rowReasonText(code, 'Mobile No', { limit: 200, count: 2, options: 'new, old' });
    expect(Object.hasOwn(en.rowReasons, code)).toBe(true);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(BANNED);
    expect(text).not.toContain('{{');
  });

  it('knows no code that no row can have', () => {
    expect(Object.keys(en.rowReasons).sort()).toEqual([...ROW_REASONS].sort());
  });

  it('names the column as the file writes it, braces and markup included', () => {
    expect(rowReasonText('invalid_email', 'E-mail {{x}} <b>')).toBe(
      'E-mail {{x}} <b> is not an e-mail address. Enter one like asha@example.in.',
    );
  });

  it('groups limits as India does and lists the options', () => {
    expect(rowReasonText('value_too_long', 'Notes', { limit: 100_000 })).toContain(
      'at most 1,00,000 characters',
    );
    expect(rowReasonText('invalid_option', 'City', { options: 'Pune, Nashik' })).toBe(
      'City must be one of: Pune, Nashik.',
    );
  });

  it('speaks of the row where no column is at fault', () => {
    expect(rowReasonText('value_too_long', '', { limit: 65_536 })).toMatch(/^The values of the row together/);
    for (const code of ROW_REASONS.slice(-3)) expect(rowReasonText(code, '')).toMatch(/^Th/);
  });

  it('says something about a code it does not know', () => {
    expect(rowReasonText('constructor', 'Phone')).toBe(en.wholeRowReasons.other);
  });
});

describe('fileReasonText', () => {
  it.each(LEAD_FILE_REASONS)('says for %s that nothing was uploaded or charged', (reason) => {
    const text = fileReasonText(reason, { line: 4, limit: 1_000, missing: [{ column: 'name' }] });
    expect(Object.hasOwn(en.fileReasons, reason)).toBe(true);
    expect(text).toContain('Nothing was uploaded or charged.');
    expect(text).not.toMatch(BANNED);
    expect(text).not.toContain('{{');
  });

  it('names every missing column', () => {
    const missing = [
      { column: 'name' },
      { column: 'contact' },
      { column: 'variable', name: 'loanAmount', label: 'Loan amount' },
    ];
    expect(fileReasonText('missing_column', { missing })).toBe(
      'The file has no column called name, phone or email, and Loan amount. Nothing was uploaded or charged. Download the template, or match your columns.',
    );
  });

  it('groups the limit of rows', () => {
    expect(fileReasonText('too_many_rows', { limit: 1_048_576 })).toContain('more than 10,48,576 rows');
  });

  it('says something about a reason it does not know', () => {
    expect(fileReasonText('toString')).toBe(en.fileReasons.other);
  });
});
