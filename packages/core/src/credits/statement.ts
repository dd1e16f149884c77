import type { CreditsStatement, EntryKind, statementInput } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { validationFailed } from '../errors.ts';

type EntryRow = {
  seq: number;
  kind: EntryKind;
  at: string;
  actor: string;
  cause: string;
  d_available: number | null;
  d_reserved: number | null;
  d_consumed: number | null;
  available_after: number;
  reserved_after: number;
};

const FROM_THE_END = Number.MAX_SAFE_INTEGER;

/** The entries of a project, newest first, with the running balance after each. Credits; keyset paging by number. */
export async function statement(ctx: Ctx, input: z.output<typeof statementInput>): Promise<CreditsStatement> {
  const { accountId } = await authorize(ctx, input.projectId, 'billing.read');
  const before = input.cursor ? Number(input.cursor) : FROM_THE_END;
  if (!Number.isSafeInteger(before)) throw validationFailed({ field: 'cursor', reason: 'cursor' });
  const rows = await ctx.db.run<EntryRow>({
    name: 'credits-statement',
    text: `select seq, kind, at, actor, cause, d_available, d_reserved, d_consumed, available_after, reserved_after
      from app.entry where account_id = $1::uuid and seq < $2::bigint order by seq desc limit $3::int`,
    values: [accountId, before, input.limit + 1],
  });
  const items = rows.slice(0, input.limit).map((row) => ({
    seq: row.seq,
    kind: row.kind,
    at: toDate(row.at),
    actor: row.actor,
    cause: row.cause,
    availableChange: row.d_available ?? 0,
    reservedChange: row.d_reserved ?? 0,
    consumedChange: row.d_consumed ?? 0,
    availableAfter: row.available_after,
    reservedAfter: row.reserved_after,
  }));
  const more = rows.length > input.limit;
  return { items, nextCursor: more ? String(items.at(-1)?.seq) : null };
}
