import type { Figures } from './compare.ts';
import { importAgainstCopy } from './import-against-copy.ts';
import type { Place } from './place.ts';

/** A million rows into a process that holds a million leads, a tenth of the file among them. */
export function run(place: Place): Promise<Figures> {
  return importAgainstCopy(place, { holds: true });
}
