import { describe, expect, it } from 'vitest';
import { chosenFile, uploadKey } from './use-draft.ts';

const file = new File(['name,phone\n'], 'leads.csv');

describe('uploadKey', () => {
  it('stays the same for a retry', () => {
    const chosen = chosenFile(file, 0);
    expect(uploadKey(chosen, 'prc_1', true)).toBe(uploadKey(chosen, 'prc_1', true));
  });

  it('is another one for another process, option or choice of a file', () => {
    const chosen = chosenFile(file, 0);
    const keys = [
      uploadKey(chosen, 'prc_1', true),
      uploadKey(chosen, 'prc_1', false),
      uploadKey(chosen, 'prc_2', true),
      uploadKey(chosenFile(file, 0), 'prc_1', true),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is a key the server takes', () => {
    const key = uploadKey(chosenFile(file, 0), `prc_${'0'.repeat(32)}`, true);
    expect(key).toMatch(/^[\x21-\x7e]{1,200}$/);
  });
});
