import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useProject } from '../../layouts/project-context.tsx';
import { type LeadSearch, paths } from '../../paths.ts';

const LEADS = '/signed-in/projects/$projectId/leads/';
/** How long nothing must be typed before the list is asked. */
const TYPING_MS = 300;

export type LeadFilters = {
  search: LeadSearch;
  /** What stands in the search field; the address follows it. */
  typed: string;
  type: (text: string) => void;
  /** Narrows the list; it begins again at its first page. */
  set: (part: Omit<LeadSearch, 'after' | 'q'>) => void;
  goTo: (after: string | undefined) => void;
  clear: () => void;
  /** Something narrows the list. */
  isFiltered: boolean;
};

/** The filters of the list of leads; the address holds them. */
export function useLeadFilters(): LeadFilters {
  const project = useProject();
  const search = useSearch({ from: LEADS });
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const url = search.q ?? '';
  // What was typed here comes back in the address a moment later; only another change of it replaces the text.
  const [text, setText] = useState({ typed: url, seen: url, sent: url });
  if (url !== text.seen) {
    setText({ ...text, seen: url, typed: url === text.sent ? text.typed : url });
  }
  const go = (next: LeadSearch, replace = false): void =>
    void navigate({ ...paths.leads(project.id, next), replace });
  const { process, state, import: importId, q } = search;
  return {
    search,
    typed: text.typed,
    type: (typed) => {
      const wanted = typed.trim();
      setText({ ...text, typed, sent: wanted });
      clearTimeout(timer.current);
      timer.current = setTimeout(
        () => go({ process, state, import: importId, q: wanted || undefined }, true),
        TYPING_MS,
      );
    },
    set: (part) => go({ process, state, import: importId, q, ...part }),
    goTo: (after) => go({ ...search, after }),
    clear: () => {
      clearTimeout(timer.current);
      setText({ ...text, typed: '', sent: '' });
      go({});
    },
    isFiltered: [process, state, importId, q].some((value) => value !== undefined),
  };
}
