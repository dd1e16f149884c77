/** `pnpm verify [--json]`: counts the violations of every invariant; exit 1 if one count is not 0. */
import { verifyInvariants } from '@lead-credits/core';
import { openDatabase } from '@lead-credits/db';
import { readPlaces } from '../env.ts';
import { findPostgres } from '../postgres.ts';
import { StartRefused } from '../start-refused.ts';

async function verify(asJson: boolean): Promise<boolean> {
  const db = openDatabase({ url: await findPostgres(readPlaces()), max: 2, maxCopy: 1 });
  try {
    const verdicts = await verifyInvariants(db);
    if (asJson) console.log(JSON.stringify(verdicts, null, 2));
    else
      for (const { id, name, violations } of verdicts)
        console.log(`${violations === 0 ? 'ok ' : 'BAD'} ${violations} ${id}: ${name}`);
    return verdicts.every(({ violations }) => violations === 0);
  } finally {
    await db.close();
  }
}

try {
  const isTrue = await verify(process.argv.includes('--json'));
  process.exitCode = isTrue ? 0 : 1;
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
