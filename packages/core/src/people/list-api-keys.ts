import type { ApiKeyList, apiKeysInput, Scope } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { LISTED_API_KEYS } from './limits.ts';

type Row = {
  id: string;
  name: string;
  hint: string;
  scopes: Scope[];
  created_by: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
};

/** The API keys of a project, newest first, revoked ones included; never their secrets. Owners, admins and staff. */
export async function listApiKeys(
  ctx: Ctx,
  { projectId }: z.output<typeof apiKeysInput>,
): Promise<ApiKeyList> {
  await authorize(ctx, projectId, 'keys.read');
  const rows = await ctx.db.run<Row>({
    name: 'list-api-keys',
    text: `select k.id, k.name, k.hint, k.scopes, coalesce(u.name, k.created_by) as created_by,
        k.created_at, k.last_used_at, k.revoked_at
      from app.api_key k
      left join auth."user" u
        on u.id = case when k.created_by like 'user:%' then substr(k.created_by, 6)::uuid end
      where k.project_id = $1::uuid
      order by k.revoked_at is not null, k.id desc
      limit ${LISTED_API_KEYS}`,
    values: [projectId],
  });
  return { items: rows.map(toItem) };
}

function toItem(row: Row): ApiKeyList['items'][number] {
  const { created_by: createdBy, created_at, last_used_at, revoked_at, ...same } = row;
  return {
    ...same,
    createdBy,
    createdAt: toDate(created_at),
    lastUsedAt: last_used_at === null ? null : toDate(last_used_at),
    revokedAt: revoked_at === null ? null : toDate(revoked_at),
  };
}
