import { createHash } from 'node:crypto';
import { encodeId, MAX_FILE_NAME } from '@lead-credits/contract';
import { ByteInspector, countLeadRows, type Inspection } from '@lead-credits/lead-file';
import { v7 } from 'uuid';
import { authorize } from '../../access.ts';
import { actorId, type Ctx } from '../../context.ts';
import { DomainError } from '../../errors.ts';
import { findProcess } from '../processes.ts';
import { type Bound, bindImport } from './bind-import.ts';
import { asDomainError, openSpool } from './open-spool.ts';

export type ReceiveImport = {
  projectId: string;
  processId: string;
  initialize: boolean;
  /** The caller's idempotency key. */
  key: string;
  fileName: string;
  bytes: AsyncIterable<Uint8Array>;
};

type Spooled = { spoolId: string; sha256: string; sizeBytes: number; inspection: Inspection };

/**
 * Takes an uploaded file in: spools the bytes, checks that it is a list of leads (before credits are looked at), counts
 * its lead rows, and reserves that many credits, whole or not at all. Gives the import and whether it still has to be
 * run. Too few credits: INSUFFICIENT_CREDITS {available, required, shortage, importId, held}, nothing is kept but the
 * blocked import, and the same key is a fresh try. The same key with other bytes: IDEMPOTENCY_KEY_REUSED.
 */
export async function receiveImport(
  ctx: Ctx,
  input: ReceiveImport,
): Promise<{ importId: string; isToRun: boolean }> {
  const access = await authorize(ctx, input.projectId, 'leads.write');
  const process = await findProcess(ctx.db, access.projectId, input.processId);
  const spooled = await spoolBytes(ctx, input.bytes);
  try {
    const { file, map } = await openSpool(ctx, spooled.spoolId, process, spooled.inspection);
    const { rows } = await countLeadRows(file, map);
    const bound = await bindImport(ctx, {
      access,
      process,
      key: input.key,
      initialize: input.initialize,
      fileName: shownName(input.fileName),
      header: file.header.map((name) => name.replaceAll('\0', '').toWellFormed()),
      rows,
      ...spooled,
      uploadedBy: actorId(ctx.actor),
      uploaderName: ctx.actor.kind === 'user' || ctx.actor.kind === 'apiKey' ? ctx.actor.name : 'system',
    });
    if (bound.outcome !== 'started') await ctx.spool.remove(spooled.spoolId);
    return answer(bound);
  } catch (error) {
    // Nothing refers to these bytes: an error before the import was bound leaves no trace of them.
    if (!(error instanceof DomainError && error.code === 'INSUFFICIENT_CREDITS'))
      await ctx.spool.remove(spooled.spoolId);
    throw asDomainError(error);
  }
}

function answer(bound: Bound): { importId: string; isToRun: boolean } {
  if (bound.outcome === 'refused') {
    const { available, required, shortage, held, importId } = bound;
    throw new DomainError('INSUFFICIENT_CREDITS', {
      available,
      required,
      shortage,
      importId: encodeId('import', importId),
      held,
    });
  }
  return { importId: bound.importId, isToRun: bound.outcome === 'started' };
}

/** Writes the bytes to the spool, hashing, measuring and sniffing them on the way. FILE_TOO_LARGE stops at the cap. */
async function spoolBytes(ctx: Ctx, bytes: AsyncIterable<Uint8Array>): Promise<Spooled> {
  const spoolId = v7();
  const hash = createHash('sha256');
  const inspector = new ByteInspector();
  const limit = ctx.settings.limits.fileSizeBytes;
  let sizeBytes = 0;
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const chunk of bytes) {
      sizeBytes += chunk.length;
      if (sizeBytes > limit) {
        throw new DomainError('FILE_TOO_LARGE', {
          limitBytes: limit,
          limitMegabytes: Math.floor(limit / 1e6),
        });
      }
      hash.update(chunk);
      inspector.push(chunk);
      yield chunk;
    }
  }
  try {
    await ctx.spool.write(spoolId, measured());
    return { spoolId, sha256: hash.digest('hex'), sizeBytes, inspection: inspector.end() };
  } catch (error) {
    await ctx.spool.remove(spoolId);
    throw asDomainError(error);
  }
}

/** A name to show, never to open: the last part of a path, without control and direction characters. */
function shownName(fileName: string): string {
  const last = fileName.split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
    .slice(0, MAX_FILE_NAME)
    .toWellFormed();
  return clean || 'leads.csv';
}
