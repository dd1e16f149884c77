import type { ReactElement } from 'react';
import { middleEllipsis } from './format.ts';
import { Tooltip } from './tooltip.tsx';

export type FileNameProps = { name: string /** Characters (default 32). */; limit?: number };

/** A file's name, cut in the middle with its extension kept; the whole of it on hover and read aloud. */
export function FileName({ name, limit = 32 }: FileNameProps): ReactElement {
  const shown = middleEllipsis(name, limit);
  if (shown === name) return <span className="break-all">{name}</span>;
  return (
    <Tooltip content={<span className="break-all">{name}</span>}>
      <span className="break-all">
        <span aria-hidden>{shown}</span>
        <span className="sr-only">{name}</span>
      </span>
    </Tooltip>
  );
}
