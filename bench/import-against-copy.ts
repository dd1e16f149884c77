import { comparePairs, type Figures, secondsOf } from './compare.ts';
import { copyFile, createImportPlace, emptyLeads, importFile, pathsIn } from './import-steps.ts';
import { MILLION, writeCopyFile, writeLeadFile } from './lead-files.ts';
import type { Place } from './place.ts';

/** Every tenth clean row of the file is there before, with as many leads that the file does not have. */
const HELD_EVERY = 10;

/**
 * A CSV file end to end, in rows of the file a second, against COPY of its clean rows. `holds`: the process already has
 * as many leads as the file has rows, a tenth of them the same people, for the import and for the floor alike.
 */
export async function importAgainstCopy(place: Place, { holds }: { holds: boolean }): Promise<Figures> {
  const { project, target } = await createImportPlace(place);
  const paths = pathsIn(place);
  await writeLeadFile(paths.csv, MILLION);
  const isHeld = (clean: number): boolean => holds && clean % HELD_EVERY === 0;
  const expected = await writeCopyFile(paths.csv, paths.clean, target, (clean) => !isHeld(clean));
  if (holds) await writeHeldLeads(place, target);

  async function prepare(): Promise<void> {
    await emptyLeads(place);
    if (!holds) return;
    await copyFile(place.db, paths.held);
    await place.owner`analyze app.lead`;
    await place.owner`checkpoint`;
  }
  const rate = async (work: () => Promise<unknown>): Promise<number> => {
    await prepare();
    return MILLION / (await secondsOf(work));
  };
  const { ratios, ...figures } = await comparePairs(
    () =>
      rate(async () => {
        const { accepted } = await importFile(project.ctx, target, paths.csv);
        if (accepted !== expected) throw new Error(`${accepted} leads went in, not ${expected}`);
      }),
    () => rate(() => copyFile(place.db, paths.clean)),
    Number(process.env['BENCH_ROUNDS'] ?? 3),
  );
  return {
    ...figures,
    unit: 'rows/s',
    note: `${expected} of ${MILLION} rows clean; ratios ${ratios.join(' ')}`,
  };
}

async function writeHeldLeads(place: Place, target: Parameters<typeof writeCopyFile>[2]): Promise<void> {
  const paths = pathsIn(place);
  // Twice as long: the rows behind the file's end are the leads that it does not have.
  const longer = `${paths.csv}.longer`;
  await writeLeadFile(longer, 2 * MILLION);
  const inFile = Math.round(MILLION * CLEAN_SHARE);
  await writeCopyFile(longer, paths.held, target, (clean) =>
    clean < inFile ? clean % HELD_EVERY === 0 : true,
  );
}

/** One row in a hundred fails, one repeats another. */
const CLEAN_SHARE = 0.98;
