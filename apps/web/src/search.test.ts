import { describe, expect, it } from 'vitest';
import { billingSearch, redirectIn } from './search.ts';

describe('billingSearch', () => {
  it('reads units, the review and the page', () => {
    expect(billingSearch({ units: 5, review: 'top-up-1', after: 'abc' })).toEqual({
      units: 5,
      review: 'top-up-1',
      after: 'abc',
    });
  });

  it.each([0, -4, 1.5, 'many', null, {}, Number.NaN])('forgets %s as units', (units) => {
    expect(billingSearch({ units }).units).toBeUndefined();
  });

  it('takes a key that looks like a number as text', () => {
    expect(billingSearch({ review: 12 }).review).toBe('12');
  });
});

describe('redirectIn', () => {
  it('keeps a path of our own', () => {
    expect(redirectIn({ redirect: '/projects/prj_1?units=5' }).redirect).toBe('/projects/prj_1?units=5');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', 7, ''])(
    'refuses %s',
    (redirect) => {
      expect(redirectIn({ redirect }).redirect).toBeUndefined();
    },
  );
});
