import { v7 } from 'uuid';
import type { Ctx } from '../context.ts';
import { only } from '../errors.ts';
import { requirePlatform } from './organization-access.ts';

/** `passwordHash` as better-auth writes it; the password itself never comes here. */
export type NewUser = { name: string; email: string; passwordHash: string; isStaff: boolean };

/**
 * Makes a user who signs in with e-mail and password. An address that is taken changes nothing: `created` is false and
 * the id is the one who has it. Platform staff and the product itself only.
 */
export async function createUser(ctx: Ctx, user: NewUser): Promise<{ userId: string; created: boolean }> {
  requirePlatform(ctx);
  const [made] = await ctx.db.run<{ id: string }>({
    name: 'create-user',
    text: `with made as (
        insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
        values ($1::uuid, $2::text, lower($3::text), true, $4::timestamptz, $4::timestamptz)
        on conflict (email) do nothing
        returning id
      ), credential as (
        insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
        select $5::uuid, made.id::text, 'credential', made.id, $6::text, $4::timestamptz, $4::timestamptz from made
      ), staff as (
        insert into app.staff (user_id, created_at) select made.id, $4::timestamptz from made where $7::boolean
      )
      select id from made`,
    values: [v7(), user.name, user.email, ctx.clock(), v7(), user.passwordHash, user.isStaff],
  });
  if (made) return { userId: made.id, created: true };
  const found = await ctx.db.run<{ id: string }>({
    name: 'find-user-by-email',
    text: 'select id from auth."user" where email = lower($1::text)',
    values: [user.email],
  });
  return { userId: only(found, 'the user who has that address').id, created: false };
}
