import type { ApiKeyList, revokeApiKeyInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { recordAudit } from '../audit.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../errors.ts';
import { withTransaction } from '../transaction.ts';
import { listApiKeys } from './list-api-keys.ts';

/**
 * Ends an API key at once and for ever, and answers with the project's keys. Owners and admins; audited. Revoking it
 * again changes nothing. NOT_FOUND for a key of another project.
 */
export async function revokeApiKey(
  ctx: Ctx,
  { projectId, apiKeyId }: z.output<typeof revokeApiKeyInput>,
): Promise<ApiKeyList> {
  const { organizationId } = await authorize(ctx, projectId, 'keys.manage');
  await withTransaction(ctx, async (tx) => {
    const [key] = await tx.db.run<{ hint: string; was_live: boolean }>({
      name: 'revoke-api-key',
      text: `update app.api_key k set revoked_at = coalesce(k.revoked_at, $3::timestamptz)
        from (select id, revoked_at is null as was_live from app.api_key
          where project_id = $1::uuid and id = $2::uuid for update) before
        where k.project_id = $1::uuid and k.id = before.id
        returning k.hint, before.was_live`,
      values: [projectId, apiKeyId, ctx.clock()],
    });
    if (!key) throw notFound();
    if (!key.was_live) return;
    const detail = { hint: key.hint };
    await recordAudit(tx, { organizationId, projectId, action: 'api_key.revoke', subject: apiKeyId, detail });
  });
  return listApiKeys(ctx, { projectId });
}
