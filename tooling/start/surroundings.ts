import type { Parts } from './parts.ts';
import type { Environment } from './settings.ts';
import type { Teardown } from './teardown.ts';

/** What a start needs from outside. */
export interface Surroundings {
  readonly root: string;
  readonly env: Environment;
  readonly args: readonly string[];
  readonly parts: Parts;
  readonly teardown: Teardown;
  /** Aborted when nothing should wait any more. */
  readonly force: AbortSignal;
  /** A line on the terminal. */
  readonly print: (line: string) => void;
}
