import { useNavigate, useSearch } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ProcessItem, UploadLimits } from '../../api-types.ts';
import { useProject } from '../../layouts/project-context.tsx';
import { paths } from '../../paths.ts';
import { type SendFailure, sendFailure } from './send-failure.ts';
import { type ChosenFile, chosenFile, uploadKey, useDraft } from './use-draft.ts';
import { type CountState, useFileCount } from './use-file-count.ts';
import { type Sent, useSending } from './use-sending.ts';

const UPLOAD = '/signed-in/projects/$projectId/leads/upload';

export type Upload = {
  formRef: RefObject<HTMLFormElement | null>;
  process: ProcessItem | null;
  /** False: do not initialize leads. */
  initialize: boolean;
  chosen: ChosenFile | null;
  count: CountState;
  /** What is being sent; null while nothing is. */
  progress: Sent | null;
  failure: SendFailure | null;
  /** Upload was pressed: what is missing is said. */
  asked: boolean;
  choose: (file: File, extra: number) => void;
  remove: () => void;
  pickProcess: (processId: string) => void;
  setInitialize: (initialize: boolean) => void;
  /** Forgets why the last try failed; the chosen file stays. */
  dismiss: () => void;
  submit: () => void;
};

/** The upload page: what is filled in, what the file holds, and sending it. */
export function useUpload(processes: readonly ProcessItem[], limits: UploadLimits): Upload {
  const project = useProject();
  const search = useSearch({ from: UPLOAD });
  const navigate = useNavigate();
  const { draft, change, drop } = useDraft(project.id);
  const formRef = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(false);
  const process = pickedProcess(processes, search.process ?? draft.processId);
  const { chosen, initialize } = draft;
  const count = useFileCount(chosen, process, limits);
  const sending = useSending({ onAccepted: () => chosen && drop(chosen.key) });
  const isSendable = count.kind === 'counted' || count.kind === 'unknown';

  /** Says what is missing and puts the focus there. */
  const refuse = (field: 'process' | 'file'): void => {
    flushSync(() => setAsked(true));
    formRef.current?.querySelector<HTMLElement>(`[data-field="${field}"] button`)?.focus();
  };
  const submit = (): void => {
    if (count.kind === 'counting') return;
    if (!process || !chosen || !isSendable) {
      refuse(process ? 'file' : 'process');
      return;
    }
    const key = uploadKey(chosen, process.id, initialize);
    sending.send(
      { projectId: project.id, processId: process.id, initialize, file: chosen.file, key },
      (importId) => void navigate(paths.import(project.id, importId)),
    );
  };
  return {
    formRef,
    process,
    initialize,
    chosen,
    count,
    progress: sending.progress,
    failure: sending.result && sendFailure(sending.result),
    asked,
    submit,
    dismiss: sending.reset,
    choose: (file, extra) => {
      if (sending.progress) return;
      sending.reset();
      change({ chosen: chosenFile(file, extra) });
    },
    remove: () => {
      sending.reset();
      change({ chosen: null });
    },
    pickProcess: (processId) => {
      sending.reset();
      change({ processId });
      void navigate({ ...paths.upload(project.id, { process: processId }), replace: true });
    },
    setInitialize: (next) => {
      sending.reset();
      change({ initialize: next });
    },
  };
}

/** The process of the address or of the draft; the only one where there is no choice. */
function pickedProcess(processes: readonly ProcessItem[], wanted: string | null): ProcessItem | null {
  const found = processes.find(({ id }) => id === wanted);
  if (found) return found;
  return processes.length === 1 ? (processes[0] ?? null) : null;
}
