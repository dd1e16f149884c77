import type { Figures } from './compare.ts';
import { importAgainstCopy } from './import-against-copy.ts';
import type { Place } from './place.ts';

/** A million rows into a process without leads. */
export function run(place: Place): Promise<Figures> {
  return importAgainstCopy(place, { holds: false });
}
