import { type ReactElement, type ReactNode, useRef } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cn } from './cn.ts';
import { DropZoneFile } from './drop-zone-file.tsx';
import type { DropZoneState, DropZoneWords } from './drop-zone-types.ts';
import { useFieldControl } from './field.tsx';
import { Icon } from './icon.tsx';
import { CircleXIcon, UploadIcon } from './icons.ts';
import { type DragKind, useFileDrop } from './use-file-drop.ts';

export type DropZoneProps = {
  state: DropZoneState;
  /** As in `<input accept>`: ".csv,.xlsx". */
  accept: string;
  /** MIME types that `accept` stands for; a dragged file with another known type shows `wrongType`. */
  acceptTypes: readonly string[];
  /** Called for every chosen or dropped file, also of a wrong kind: the page says why it refuses. `extra` = further files that were dropped. */
  onFile: (file: File, extra: number) => void;
  onRemove: () => void;
  words: DropZoneWords;
  /** The limits, beside the zone: "Up to 20 MB and 1,00,000 rows". */
  limits: ReactNode;
  /** Accept a drop anywhere on the page (default true). */
  dropOnPage?: boolean;
  className?: string;
};

/** Takes one file by drop, button or keyboard. 152 high at rest; the chosen file is a row of 56. */
export function DropZone(props: DropZoneProps): ReactElement {
  const { state, accept, acceptTypes, onFile, onRemove, words, limits, dropOnPage = true, className } = props;
  const inputRef = useRef<HTMLInputElement>(null);
  const zoneRef = useRef<HTMLDivElement>(null);
  const { id, 'aria-describedby': describedBy } = useFieldControl({});
  const drag = useFileDrop({ zoneRef, anywhere: dropOnPage, acceptTypes, onFile });
  const choose = (): void => inputRef.current?.click();
  return (
    <div ref={zoneRef} className={className}>
      {/* Not rendered: the Browse button is its name, its stop of the keyboard and its description. */}
      <input
        ref={inputRef}
        type="file"
        accept={accept}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onFile(file, 0);
          // The same file chosen again must be heard again.
          event.target.value = '';
        }}
      />
      {state.kind === 'rest' || drag ? (
        <RestZone
          drag={drag}
          words={words}
          limits={limits}
          browseProps={{ id, 'aria-describedby': describedBy, onClick: choose }}
        />
      ) : (
        <DropZoneFile state={state} words={words} onChoose={choose} onRemove={onRemove} />
      )}
    </div>
  );
}

type RestZoneProps = {
  drag: DragKind;
  words: DropZoneWords;
  limits: ReactNode;
  browseProps: ButtonProps;
};

function RestZone({ drag, words, limits, browseProps }: RestZoneProps): ReactElement {
  return (
    <div
      className={cn(
        'flex h-38 flex-col items-center justify-center gap-2 rounded-card border border-line border-dashed bg-surface px-4 text-center transition-colors duration-80',
        drag === 'right' && 'border-accent border-solid bg-accent-tint',
        drag === 'wrong' && 'border-danger border-solid bg-danger-tint',
      )}
    >
      <Icon
        icon={drag === 'wrong' ? CircleXIcon : UploadIcon}
        size={20}
        className={cn('text-muted', drag === 'right' && 'text-link', drag === 'wrong' && 'text-danger')}
      />
      {drag ? (
        <p
          role="status"
          className={cn('font-medium text-body', drag === 'wrong' ? 'text-danger' : 'text-link')}
        >
          {drag === 'wrong' ? words.wrongType : words.over}
        </p>
      ) : (
        <p className="flex flex-wrap items-center justify-center gap-x-2 gap-y-1 text-body">
          <span>{words.prompt}</span>
          <Button size="xs" {...browseProps}>
            {words.browse}
          </Button>
        </p>
      )}
      <p className="text-meta text-muted">{limits}</p>
    </div>
  );
}
