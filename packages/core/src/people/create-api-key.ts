import type { CreateApiKeyOutput, createApiKeyInput } from '@lead-credits/contract';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { authorize, requireUser } from '../access.ts';
import { recordAudit } from '../audit.ts';
import { actorId, type Ctx } from '../context.ts';
import { validationFailed } from '../errors.ts';
import { withTransaction } from '../transaction.ts';
import { LIVE_API_KEYS } from './limits.ts';
import { hashSecret, hintOf, makeApiKey } from './secret.ts';

/**
 * Makes an API key of a project with these scopes and gives its secret, which is shown this once and stored only as a
 * SHA-256. Owners and admins; an API key makes no keys. Audited. VALIDATION_FAILED (`too_many_keys`) beyond 100 keys in
 * use.
 */
export async function createApiKey(
  ctx: Ctx,
  { projectId, name, scopes }: z.output<typeof createApiKeyInput>,
): Promise<CreateApiKeyOutput> {
  const { organizationId } = await authorize(ctx, projectId, 'keys.manage');
  const creator = requireUser(ctx);
  const secret = makeApiKey();
  const apiKey = {
    id: v7(),
    name,
    hint: hintOf(secret),
    scopes: [...new Set(scopes)],
    createdBy: creator.name,
    createdAt: ctx.clock(),
    lastUsedAt: null,
    revokedAt: null,
  };
  await withTransaction(ctx, async (tx) => {
    const made = await tx.db.run({
      name: 'create-api-key',
      text: `insert into app.api_key (id, project_id, name, hash, hint, scopes, created_by, created_at)
        select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text[], $7::text, $8::timestamptz
        where (select count(*) from app.api_key where project_id = $2::uuid and revoked_at is null) < ${LIVE_API_KEYS}
        returning id`,
      values: [
        apiKey.id,
        projectId,
        name,
        hashSecret(secret),
        apiKey.hint,
        apiKey.scopes,
        actorId(ctx.actor),
        apiKey.createdAt,
      ],
    });
    if (made.length === 0) throw validationFailed({ field: 'name', reason: 'too_many_keys' });
    const detail = { name, hint: apiKey.hint, scopes: apiKey.scopes };
    await recordAudit(tx, {
      organizationId,
      projectId,
      action: 'api_key.create',
      subject: apiKey.id,
      detail,
    });
  });
  return { apiKey, secret };
}
