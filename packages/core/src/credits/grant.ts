import { v7 } from 'uuid';
import { actorId, type Ctx } from '../context.ts';
import { DomainError, notFound } from '../errors.ts';
import { withTransaction } from '../transaction.ts';
import { type Issued, issueLotFor } from './issue-lot-for.ts';

export type Grant = { projectId: string; amount: number; key: string; reason: string; expiresAt?: Date };

/**
 * Gives credits without payment: platform staff and the product itself only. Keyed, audited with its reason in the
 * same transaction. Makes no document.
 */
export function grant(ctx: Ctx, { projectId, amount, key, reason, expiresAt }: Grant): Promise<Issued> {
  const { actor } = ctx;
  const allowed = actor.kind === 'system' || (actor.kind === 'user' && actor.isStaff);
  if (!allowed) throw new DomainError('FORBIDDEN');
  return withTransaction(ctx, async (tx) => {
    const [account] = await tx.db.run<{ id: string; organization_id: string }>({
      name: 'grant-account',
      text: `select a.id, p.organization_id from app.account a join app.project p on p.id = a.project_id
        where a.project_id = $1::uuid`,
      values: [projectId],
    });
    if (!account) throw notFound();
    const issued = await issueLotFor(tx, {
      accountId: account.id,
      kind: 'grant',
      key,
      amount,
      pricePaise: 0,
      expiresAt,
    });
    await tx.db.run({
      name: 'grant-audit',
      text: `insert into app.audit (id, organization_id, project_id, at, actor, action, subject, detail, request_id)
        select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::text, 'credits.grant', $6::text, $7::jsonb, $8::text
        where not exists (select from app.audit
          where project_id = $3::uuid and action = 'credits.grant' and subject = $6::text)`,
      values: [
        v7(),
        account.organization_id,
        projectId,
        ctx.clock(),
        actorId(actor),
        issued.lotId,
        JSON.stringify({ amount, reason }),
        ctx.requestId,
      ],
    });
    return issued;
  });
}
