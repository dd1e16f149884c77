import { describe, expect, it } from 'vitest';
import { whenText } from './when-text.ts';

describe('whenText', () => {
  const now = Date.parse('2026-04-07T18:00:00Z');

  it('gives the time on the same Indian day, also after midnight in London', () => {
    expect(whenText('2026-04-07T04:37:00Z', now)).toBe('10:07');
    expect(whenText('2026-04-06T18:31:00Z', now)).toBe('00:01');
  });

  it('adds the day when it is another one in India', () => {
    expect(whenText('2026-04-07T18:35:00Z', now)).toBe('8 Apr 2026, 00:05');
  });
});
