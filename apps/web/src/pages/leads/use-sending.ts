import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { type SendFile, type SendResult, sendFile } from './send-file.ts';

export type Sent = { sentBytes: number; totalBytes: number };

export type Sending = {
  /** How much is sent; null while nothing is being sent. */
  progress: Sent | null;
  /** What came of the last try; null before it and while another one runs. */
  result: SendResult | null;
  /** `onAccepted` is only called while the page is still open. */
  send: (input: SendFile, onAccepted: (importId: string) => void) => void;
  /** Stops sending, or forgets the result. */
  reset: () => void;
};

type Options = {
  /** The file is in, also when the page was left meanwhile. */
  onAccepted: (input: SendFile) => void;
};

/** One upload at a time, with its progress. Leaving the page does not stop it: the import stands in the list. */
export function useSending({ onAccepted }: Options): Sending {
  const [sent, setSent] = useState<Sent | null>(null);
  const abort = useRef<AbortController>(null);
  const utils = api.useUtils();
  const { mutate, reset, isPending, data } = useMutation({
    // Offline it fails at once and says so; the default would wait in silence and send by itself later.
    networkMode: 'always',
    mutationFn: (input: SendFile) => {
      abort.current = new AbortController();
      setSent({ sentBytes: 0, totalBytes: input.file.size });
      return sendFile(input, {
        onProgress: (sentBytes, totalBytes) => setSent({ sentBytes, totalBytes }),
        signal: abort.current.signal,
      });
    },
    onSuccess: (result, input) => {
      if (result.kind === 'accepted') onAccepted(input);
      void utils.leads.imports.invalidate();
    },
  });
  return {
    progress: isPending ? sent : null,
    result: isPending ? null : (data ?? null),
    send: (input, onOpenPage) =>
      mutate(input, {
        onSuccess: (result) => {
          if (result.kind === 'accepted') onOpenPage(result.importId);
        },
      }),
    reset: () => {
      abort.current?.abort();
      reset();
    },
  };
}
