import { comparePairs, type Figures, secondsOf } from './compare.ts';
import { createImportPlace, emptyLeads, importFile, pathsIn } from './import-steps.ts';
import { writeLeadFile } from './lead-files.ts';
import { naiveImport } from './naive-import.ts';
import type { Place } from './place.ts';

const ROWS = 100_000;
const CLEAN_SHARE = 0.98;

/** A hundred thousand rows end to end; the floor is the import that a good developer would write first. */
export async function run(place: Place): Promise<Figures> {
  const { project, target } = await createImportPlace(place);
  const { csv } = pathsIn(place);
  await writeLeadFile(csv, ROWS);
  const rate = async (work: () => Promise<number>): Promise<number> => {
    await emptyLeads(place);
    let accepted = 0;
    const seconds = await secondsOf(async () => {
      accepted = await work();
    });
    if (accepted !== ROWS * CLEAN_SHARE) throw new Error(`${accepted} leads went in`);
    return ROWS / seconds;
  };
  const { ratios, ...figures } = await comparePairs(
    () => rate(async () => (await importFile(project.ctx, target, csv)).accepted),
    () => rate(() => naiveImport(place.db, target, csv)),
    Number(process.env['BENCH_ROUNDS'] ?? 3),
  );
  return { ...figures, unit: 'rows/s', note: `ratios ${ratios.join(' ')}` };
}
