import type { Ctx } from '../context.ts';
import { requirePlatform } from './organization-access.ts';

/** The id is the caller's: making it again with the same id changes nothing. */
export type NewOrganization = { id: string; name: string };

/** Makes an organisation without members. Platform staff and the product itself only. */
export async function createOrganization(ctx: Ctx, { id, name }: NewOrganization): Promise<void> {
  requirePlatform(ctx);
  await ctx.db.run({
    name: 'create-organization',
    text: `insert into app.organization (id, name, created_at) values ($1::uuid, $2::text, $3::timestamptz)
      on conflict (id) do nothing`,
    values: [id, name, ctx.clock()],
  });
}
