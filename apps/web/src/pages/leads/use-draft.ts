import { useQuery, useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../new-key.ts';

export type ChosenFile = {
  file: File;
  /** Names this choice: the base of its idempotency keys. */
  key: string;
  /** Other files were dropped with it and not taken. */
  hasExtra: boolean;
};

/** What was filled in on the upload page and not sent yet. */
export type Draft = { processId: string | null; initialize: boolean; chosen: ChosenFile | null };

const EMPTY: Draft = { processId: null, initialize: true, chosen: null };

export type HeldDraft = { draft: Draft; change: (part: Partial<Draft>) => void; drop: (key: string) => void };

/**
 * The draft of a project's upload. It stays in this tab when somebody leaves the page to buy credits, and goes with
 * everything else that was read when they sign out. A reload loses it: browsers give no file twice.
 */
export function useDraft(projectId: string): HeldDraft {
  const client = useQueryClient();
  const queryKey = ['upload-draft', projectId];
  const { data: draft } = useQuery({
    queryKey,
    queryFn: () => EMPTY,
    initialData: EMPTY,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  });
  const current = (): Draft => client.getQueryData<Draft>(queryKey) ?? EMPTY;
  return {
    draft,
    change: (part) => client.setQueryData<Draft>(queryKey, { ...current(), ...part }),
    drop: (key) => {
      if (current().chosen?.key === key) client.setQueryData<Draft>(queryKey, { ...current(), chosen: null });
    },
  };
}

/** A file as it was chosen: every choice is an upload of its own, also of the same file. */
export function chosenFile(file: File, extra: number): ChosenFile {
  return { file, key: newKey('import'), hasExtra: extra > 0 };
}

/** One key per chosen file and settings: trying again keeps it, changing the process or the option does not. */
export function uploadKey(chosen: ChosenFile, processId: string, initialize: boolean): string {
  return `${chosen.key}.${processId}.${initialize ? 'start' : 'wait'}`;
}
