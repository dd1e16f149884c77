import type { ReactElement } from 'react';
import { Button } from '../button.tsx';
import { Icon } from '../icon.tsx';
import { CircleAlertIcon, RefreshCwIcon } from '../icons.ts';
import type { TableState } from './types.ts';

type ErrorState = Extract<TableState, { kind: 'error' }>;

/** Why the rows could not be read, and Retry. */
export function TableError({ state }: { state: ErrorState }): ReactElement {
  return (
    <div
      role="alert"
      className="flex min-h-50 flex-col items-center justify-center gap-3 px-4 py-8 text-center"
    >
      <p className="flex max-w-[60ch] items-start gap-2 text-body text-danger">
        <Icon icon={CircleAlertIcon} className="mt-0.5" />
        <span>{state.reason}</span>
      </p>
      <Button size="sm" icon={RefreshCwIcon} loading={state.retrying ?? false} onClick={state.onRetry}>
        {state.retryLabel}
      </Button>
    </div>
  );
}

/** The bar of 2 px over rows that are being read again. */
export function ReloadBar(): ReactElement {
  return (
    <span aria-hidden className="absolute inset-x-0 top-0 z-[2] h-0.5 animate-late overflow-hidden">
      <span className="block h-full w-1/3 animate-slide bg-accent motion-reduce:w-full motion-reduce:animate-breathe" />
    </span>
  );
}
