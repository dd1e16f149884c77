import { v7 } from 'uuid';
import { actorId } from './context.ts';
import type { TransactionCtx } from './transaction.ts';

/** One line of the trail. `detail` holds ids, numbers, names of things and masked values; never phones or e-mails. */
export type AuditLine = {
  organizationId?: string;
  projectId?: string;
  /** `<what>.<verb>`, as in `api_key.create`. */
  action: string;
  /** The id of what was acted on. */
  subject: string;
  detail: Readonly<Record<string, unknown>>;
};

/**
 * Writes who did what into `app.audit`. Takes the context of an open transaction, so that the line and the change it
 * tells of are committed together or not at all.
 */
export async function recordAudit(ctx: TransactionCtx, line: AuditLine): Promise<void> {
  await ctx.db.run({
    name: 'record-audit',
    text: `insert into app.audit (id, organization_id, project_id, at, actor, action, subject, detail, request_id)
      values ($1::uuid, $2::uuid, $3::uuid, $4::timestamptz, $5::text, $6::text, $7::text, $8::jsonb, $9::text)`,
    values: [
      v7(),
      line.organizationId ?? null,
      line.projectId ?? null,
      ctx.clock(),
      actorId(ctx.actor),
      line.action,
      line.subject,
      JSON.stringify(line.detail),
      ctx.requestId,
    ],
  });
}
