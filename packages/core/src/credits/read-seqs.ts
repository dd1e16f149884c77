import type { Ctx } from '../context.ts';

/**
 * The last entry number of each watched account: one statement for all watchers of a server, twice a second. No
 * authorisation: callers have authorised each account before they watch it.
 */
export async function readSeqs(ctx: Ctx, accountIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.db.run<{ id: string; seq: number }>({
    name: 'read-seqs',
    text: 'select id, seq from app.account where id = any($1::uuid[])',
    values: [accountIds],
  });
  return new Map(rows.map(({ id, seq }) => [id, seq]));
}
