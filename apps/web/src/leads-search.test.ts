import { LEAD_STATES } from '@lead-credits/contract';
import { describe, expect, it } from 'vitest';
import { LEAD_STATE_NAMES, leadSearch, pageSearch, uploadSearch } from './leads-search.ts';

describe('leadSearch', () => {
  it('reads every filter and the page', () => {
    const search = { process: 'prc_1', state: 'queued', import: 'imp_1', q: 'Asha', after: 'lead_9' };
    expect(leadSearch(search)).toEqual(search);
  });

  it('takes a phone that looks like a number as text', () => {
    expect(leadSearch({ q: 9_876_543_210 }).q).toBe('9876543210');
  });

  it.each(['dialled', '', 3, null, 'toString'])('forgets %s as a state', (state) => {
    expect(leadSearch({ state }).state).toBeUndefined();
  });

  it('knows the states of the contract, in its order', () => {
    expect(LEAD_STATE_NAMES).toEqual(LEAD_STATES);
  });
});

describe('pageSearch and uploadSearch', () => {
  it('read only their own', () => {
    expect(pageSearch({ after: 'imp_1', process: 'prc_1' })).toEqual({ after: 'imp_1' });
    expect(uploadSearch({ after: 'imp_1', process: 'prc_1' })).toEqual({ process: 'prc_1' });
  });
});
