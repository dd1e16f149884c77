import { v7 } from 'uuid';
import type { Access } from '../../access.ts';
import type { Ctx } from '../../context.ts';
import { type Refused, reserveFor } from '../../credits/index.ts';
import { DomainError, only } from '../../errors.ts';
import { type TransactionCtx, withTransaction } from '../../transaction.ts';
import type { Process } from '../processes.ts';

export type BindImport = {
  access: Access;
  process: Process;
  key: string;
  initialize: boolean;
  fileName: string;
  header: string[];
  rows: number;
  spoolId: string;
  sha256: string;
  sizeBytes: number;
  uploadedBy: string;
  uploaderName: string;
};

/** Credits that another running import holds: named in the refusal, so that waiting is a choice. */
export type Held = { fileName: string; by: string; credits: number };

export type Bound =
  | { outcome: 'started' | 'known'; importId: string }
  | ({ outcome: 'refused'; importId: string; held: Held[] } & Omit<Refused, 'ok'>);

type KnownImport = { id: string; sha256: string; process_id: string; initialize: boolean; status: string };

/**
 * Binds complete bytes to the caller's key, reserves one credit for each row and enqueues the job, in one transaction.
 * A refusal keeps the import as `blocked`, which a later try with the same key and bytes starts afresh.
 */
export function bindImport(ctx: Ctx, input: BindImport): Promise<Bound> {
  return withTransaction(ctx, async (tx) => {
    const importId = await claimKey(tx, input);
    if (importId === undefined) return { outcome: 'known', importId: (await knownImport(tx, input)).id };
    const { accountId, projectId } = input.access;
    const reserved = await reserveFor(tx, {
      accountId,
      purpose: 'import',
      key: importId,
      amount: input.rows,
      importId,
    });
    if (!reserved.ok) {
      const { available, required, shortage } = reserved;
      await setBlocked(tx, projectId, importId, { available, required, shortage });
      return {
        outcome: 'refused',
        importId,
        available,
        required,
        shortage,
        held: await heldByOthers(tx, projectId),
      };
    }
    await setProcessing(tx, input, importId);
    await tx.jobs.enqueue(tx.db, { name: 'run-import', importId, projectId });
    return { outcome: 'started', importId };
  });
}

/** The id under which this upload goes on: a new import, or a blocked one that is tried again. Undefined: it is known. */
async function claimKey(tx: TransactionCtx, input: BindImport): Promise<string | undefined> {
  const { projectId } = input.access;
  const [made] = await tx.db.run<{ id: string }>({
    name: 'bind-import',
    text: `insert into app.import (id, project_id, process_id, key, sha256, size_bytes, file_name, header, initialize,
        spool_id, status, rows, uploaded_by, uploader_name, created_at)
      values ($1::uuid, $2::uuid, $3::uuid, $4, $5, $6::bigint, $7, $8::text[], $9::boolean, $10::uuid, 'receiving',
        $11::bigint, $12, $13, $14::timestamptz)
      on conflict (project_id, key) do nothing returning id`,
    values: [
      v7(),
      projectId,
      input.process.id,
      input.key,
      input.sha256,
      input.sizeBytes,
      input.fileName,
      input.header,
      input.initialize,
      input.spoolId,
      input.rows,
      input.uploadedBy,
      input.uploaderName,
      tx.clock(),
    ],
  });
  if (made) return made.id;
  const known = await knownImport(tx, input);
  return known.status === 'blocked' ? known.id : undefined;
}

/** The import that has this key; IDEMPOTENCY_KEY_REUSED where it stands for other bytes or settings. */
async function knownImport(tx: TransactionCtx, input: BindImport): Promise<KnownImport> {
  const rows = await tx.db.run<KnownImport>({
    name: 'known-import',
    text: `select id, sha256, process_id, initialize, status from app.import
      where project_id = $1::uuid and key = $2 for update`,
    values: [input.access.projectId, input.key],
  });
  const known = only(rows, 'the import of a key');
  const isSame =
    known.sha256 === input.sha256 &&
    known.process_id === input.process.id &&
    known.initialize === input.initialize;
  if (!isSame) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  return known;
}

async function setBlocked(
  tx: TransactionCtx,
  projectId: string,
  importId: string,
  shortage: { available: number; required: number; shortage: number },
): Promise<void> {
  await tx.db.run({
    name: 'block-import',
    text: `update app.import set status = 'blocked', spool_id = null, error_code = 'INSUFFICIENT_CREDITS',
        error_details = $3::jsonb, finished_at = $4::timestamptz
      where project_id = $1::uuid and id = $2::uuid`,
    values: [projectId, importId, JSON.stringify(shortage), tx.clock()],
  });
}

async function setProcessing(tx: TransactionCtx, input: BindImport, importId: string): Promise<void> {
  const { startDelaySeconds } = input.process;
  const startsAt = input.initialize ? new Date(tx.clock().getTime() + startDelaySeconds * 1000) : null;
  await tx.db.run({
    name: 'start-import',
    text: `update app.import set status = 'processing', spool_id = $3::uuid, credits_reserved = $4::bigint, rows = $4::bigint,
        starts_at = $5::timestamptz, error_code = null, error_details = null, finished_at = null
      where project_id = $1::uuid and id = $2::uuid`,
    values: [input.access.projectId, importId, input.spoolId, input.rows, startsAt],
  });
}

async function heldByOthers(tx: TransactionCtx, projectId: string): Promise<Held[]> {
  const rows = await tx.db.run<{ file_name: string; uploader_name: string; credits_reserved: number }>({
    name: 'held-by-imports',
    text: `select file_name, uploader_name, credits_reserved from app.import
      where project_id = $1::uuid and status = 'processing' order by credits_reserved desc limit 5`,
    values: [projectId],
  });
  return rows.map((row) => ({
    fileName: row.file_name,
    by: row.uploader_name,
    credits: row.credits_reserved,
  }));
}
