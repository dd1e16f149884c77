import { recordAudit } from '../audit.ts';
import { asSystem, type Ctx } from '../context.ts';
import { notFound, validationFailed } from '../errors.ts';
import { withTransaction } from '../transaction.ts';
import { createUser } from './create-user.ts';
import { SETUP_LINK_MINUTES } from './limits.ts';
import { requirePlatform } from './organization-access.ts';
import { hashSecret, makeLinkSecret } from './secret.ts';

/**
 * Makes the link that makes the first staff account, and ends every earlier one. Undefined when there is staff already:
 * after the first account, staff are made by staff. Only its hash is kept.
 */
export async function createSetupLink(ctx: Ctx): Promise<{ secret: string; expiresAt: Date } | undefined> {
  requirePlatform(ctx);
  const secret = makeLinkSecret();
  const now = ctx.clock();
  const expiresAt = new Date(now.getTime() + SETUP_LINK_MINUTES * 60_000);
  const made = await ctx.db.run({
    name: 'create-setup-link',
    text: `with ended as (
        update app.setup_link set expires_at = $2::timestamptz where used_at is null and expires_at > $2::timestamptz
      )
      insert into app.setup_link (hash, expires_at)
      select $1::text, $3::timestamptz where not exists (select from app.staff)
      returning hash`,
    values: [hashSecret(secret), now, expiresAt],
  });
  return made.length === 1 ? { secret, expiresAt } : undefined;
}

/** Whether a set-up link still works. */
export async function isSetupLinkOpen(ctx: Ctx, secret: string): Promise<boolean> {
  const open = await ctx.db.run({
    name: 'read-setup-link',
    text: `select hash from app.setup_link
      where hash = $1::text and used_at is null and expires_at > $2::timestamptz`,
    values: [hashSecret(secret), ctx.clock()],
  });
  return open.length === 1;
}

/**
 * Uses a set-up link: the first staff account, once. NOT_FOUND for a link that is unknown, used or over;
 * VALIDATION_FAILED (`email_taken`) leaves the link usable. Audited.
 */
export async function acceptSetupLink(
  ctx: Ctx,
  { secret, ...person }: { secret: string; name: string; email: string; passwordHash: string },
): Promise<void> {
  await withTransaction(asSystem(ctx, 'setup'), async (tx) => {
    const used = await tx.db.run({
      name: 'use-setup-link',
      text: `update app.setup_link set used_at = $2::timestamptz
        where hash = $1::text and used_at is null and expires_at > $2::timestamptz
          and not exists (select from app.staff)
        returning hash`,
      values: [hashSecret(secret), ctx.clock()],
    });
    if (used.length === 0) throw notFound();
    const { userId, created } = await createUser(tx, { ...person, isStaff: true });
    if (!created) throw validationFailed({ field: 'email', reason: 'email_taken' });
    await recordAudit(tx, { action: 'staff.create', subject: userId, detail: { by: 'setup link' } });
  });
}
