import type { LeadState } from '@lead-credits/contract';
import type { LeadSearch, PageSearch, UploadSearch } from './paths.ts';
import { type RawSearch, textIn } from './search.ts';

/** Written out: the contract's own list comes with its schemas, and the first page loaded needs none of them. */
const STATES: Readonly<Record<LeadState, LeadState>> = {
  uploaded: 'uploaded',
  queued: 'queued',
  claimed: 'claimed',
  completed: 'completed',
  withdrawn: 'withdrawn',
};

/** The states a lead can be in, in the order in which it passes them. */
export const LEAD_STATE_NAMES: readonly LeadState[] = Object.values(STATES);

function stateIn(raw: RawSearch): LeadState | undefined {
  const text = textIn(raw, 'state');
  return LEAD_STATE_NAMES.find((state) => state === text);
}

export function pageSearch(raw: RawSearch): PageSearch {
  return { after: textIn(raw, 'after') };
}

export function uploadSearch(raw: RawSearch): UploadSearch {
  return { process: textIn(raw, 'process') };
}

export function leadSearch(raw: RawSearch): LeadSearch {
  return {
    process: textIn(raw, 'process'),
    state: stateIn(raw),
    import: textIn(raw, 'import'),
    q: textIn(raw, 'q'),
    after: textIn(raw, 'after'),
  };
}
