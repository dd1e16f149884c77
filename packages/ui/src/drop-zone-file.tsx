import type { ReactElement } from 'react';
import { Button } from './button.tsx';
import { cn } from './cn.ts';
import type { DropZoneState, DropZoneWords } from './drop-zone-types.ts';
import { FileName } from './file-name.tsx';
import { Icon } from './icon.tsx';
import { IconButton } from './icon-button.tsx';
import { CircleXIcon, FileSpreadsheetIcon, XIcon } from './icons.ts';
import { Progress } from './progress.tsx';
import { usePhone } from './use-media.ts';

export type DropZoneFileProps = {
  state: Exclude<DropZoneState, { kind: 'rest' }>;
  words: DropZoneWords;
  onChoose: () => void;
  onRemove: () => void;
};

/** The chosen file as a row of 56: what it is, how far its reading is, or why it was refused. */
export function DropZoneFile({ state, words, onChoose, onRemove }: DropZoneFileProps): ReactElement {
  const refused = state.kind === 'refused';
  const phone = usePhone();
  return (
    <div
      className={cn(
        'relative flex min-h-14 items-center gap-3 overflow-hidden rounded-card border bg-surface py-2 pr-2 pl-4',
        refused ? 'border-danger-edge' : 'border-edge',
      )}
    >
      <Icon
        icon={refused ? CircleXIcon : FileSpreadsheetIcon}
        size={20}
        className={refused ? 'text-danger' : 'text-muted'}
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium text-body">
            <FileName name={state.fileName} limit={phone ? 22 : 32} />
          </p>
          <p
            role={refused ? 'alert' : 'status'}
            className={cn('text-meta tabular-nums', refused ? 'text-danger' : 'text-muted')}
          >
            {state.kind === 'refused' ? state.reason : state.detail}
          </p>
        </div>
        {state.kind === 'reading' ? null : (
          <Button size="sm" variant={refused ? 'secondary' : 'ghost'} onClick={onChoose}>
            {refused ? words.chooseAnother : words.replace}
          </Button>
        )}
      </div>
      <IconButton icon={XIcon} label={words.remove} onClick={onRemove} />
      {state.kind === 'reading' ? (
        <Progress
          value={state.progress}
          max={1}
          label={state.fileName}
          valueText={state.progressText}
          className="absolute inset-x-0 bottom-0 h-0.5 rounded-none"
        />
      ) : null}
    </div>
  );
}
