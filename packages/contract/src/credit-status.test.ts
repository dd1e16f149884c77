import { describe, expect, it } from 'vitest';
import { creditStatus } from './credit-status.ts';

const standing = { available: 10, debt: 0, lowThreshold: null };

describe('credit status', () => {
  it.each([
    ['healthy with one credit and no threshold', { available: 1 }, 'healthy'],
    ['never low without a threshold', { available: 1, lowThreshold: null }, 'healthy'],
    ['healthy above the threshold', { available: 11, lowThreshold: 10 }, 'healthy'],
    ['low exactly at the threshold', { available: 10, lowThreshold: 10 }, 'low'],
    ['low below the threshold', { available: 9, lowThreshold: 10 }, 'low'],
    ['a threshold of 0 never makes it low', { available: 1, lowThreshold: 0 }, 'healthy'],
    ['exhausted at 0', { available: 0 }, 'exhausted'],
    ['exhausted at 0 even below a threshold', { available: 0, lowThreshold: 10 }, 'exhausted'],
    ['exhausted with debt', { available: 0, debt: 1 }, 'exhausted'],
  ] as const)('is %s', (_name, change, expected) => {
    expect(creditStatus({ ...standing, ...change })).toBe(expected);
  });
});
