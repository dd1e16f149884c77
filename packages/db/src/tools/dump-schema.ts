import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../client.ts';
import { startEmbedded } from '../embedded/index.ts';
import { migrate } from '../migrate.ts';
import { dumpSchema } from './dump.ts';

/** `pnpm db:schema`: migrates an empty database of its own and writes packages/db/schema.sql. */
const dataDir = await mkdtemp(join(tmpdir(), 'lead-credits-schema-'));
const { ownerUrl, stop } = await startEmbedded({ dataDir, durable: false });
await migrate(ownerUrl);
const db = openDatabase({ url: ownerUrl, max: 1, maxCopy: 1 });
await writeFile(fileURLToPath(new URL('../../schema.sql', import.meta.url)), await dumpSchema(db));
await db.close();
await stop();
await rm(dataDir, { recursive: true, force: true });
