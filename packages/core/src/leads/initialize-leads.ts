import type { InitializeOutput, initializeInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';

/**
 * Starts leads that were uploaded without starting: chosen ones, or all of an import. Free, because they were charged
 * at intake; leads that are further on are left alone, so repeating it changes nothing.
 */
export async function initializeLeads(
  ctx: Ctx,
  input: z.output<typeof initializeInput>,
): Promise<InitializeOutput> {
  const { projectId } = await authorize(ctx, input.projectId, 'leads.write');
  const started = await ctx.db.run<{ id: string }>({
    name: 'initialize-leads',
    text: `update app.lead set state = 'queued', start_at = $4::timestamptz
      where project_id = $1::uuid and state = 'uploaded'
        and (id = any($2::uuid[]) or ($3::uuid is not null and import_id = $3::uuid))
      returning id`,
    values: [projectId, input.leadIds ?? [], input.importId ?? null, ctx.clock()],
  });
  return { initialized: started.length, creditsConsumed: 0 };
}
