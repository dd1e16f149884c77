import type { Me, updateNameInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { requireUser } from '../access.ts';
import type { Ctx } from '../context.ts';
import { readMe } from './read-me.ts';

/** Changes the signed-in person's own name and gives `readMe` with it. Nobody changes another person's. */
export async function updateName(ctx: Ctx, { name }: z.output<typeof updateNameInput>): Promise<Me> {
  const actor = requireUser(ctx);
  await ctx.db.run({
    name: 'update-name',
    text: 'update auth."user" set name = $2::text, updated_at = $3::timestamptz where id = $1::uuid',
    values: [actor.userId, name, ctx.clock()],
  });
  return readMe({ ...ctx, actor: { ...actor, name } });
}
