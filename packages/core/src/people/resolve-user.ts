import type { Actor, Ctx } from '../context.ts';

type UserActor = Extract<Actor, { kind: 'user' }>;

/** Who a session's user acts as, with the staff flag as it is now; undefined when the user is gone. */
export async function resolveUser(ctx: Ctx, userId: string): Promise<UserActor | undefined> {
  const [user] = await ctx.db.run<{ id: string; name: string; email: string; is_staff: boolean }>({
    name: 'resolve-user',
    text: `select u.id, u.name, u.email, exists (select from app.staff s where s.user_id = u.id) as is_staff
      from auth."user" u where u.id = $1::uuid`,
    values: [userId],
  });
  return (
    user && {
      kind: 'user',
      userId: user.id,
      name: user.name,
      email: user.email,
      isStaff: user.is_staff,
    }
  );
}
