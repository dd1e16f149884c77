import type { Scope } from '@lead-credits/contract';
import type { Actor, Ctx } from '../context.ts';
import { LAST_USED_SECONDS } from './limits.ts';
import { hashSecret, looksLikeApiKey } from './secret.ts';

type ApiKeyActor = Extract<Actor, { kind: 'apiKey' }>;

/**
 * Who an API key's secret acts as; undefined for one that is unknown, malformed or revoked. Found by its SHA-256, in
 * one statement that also notes the use, at most once a minute.
 */
export async function resolveApiKey(ctx: Ctx, secret: string): Promise<ApiKeyActor | undefined> {
  if (!looksLikeApiKey(secret)) return undefined;
  const [key] = await ctx.db.run<{ id: string; project_id: string; name: string; scopes: Scope[] }>({
    name: 'resolve-api-key',
    text: `with key as (
        select id, project_id, name, scopes from app.api_key where hash = $1::text and revoked_at is null
      ), used as (
        -- The condition reads the row being updated, so that of many requests at once one writes and the others pass.
        update app.api_key k set last_used_at = $2::timestamptz from key
        where k.id = key.id and k.project_id = key.project_id
          and (k.last_used_at is null or k.last_used_at <= $2::timestamptz - interval '${LAST_USED_SECONDS} seconds')
      )
      select * from key`,
    values: [hashSecret(secret), ctx.clock()],
  });
  return (
    key && {
      kind: 'apiKey',
      apiKeyId: key.id,
      projectId: key.project_id,
      scopes: key.scopes,
      name: key.name,
    }
  );
}
