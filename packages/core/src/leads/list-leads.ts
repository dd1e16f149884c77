import { decodeId, encodeId, type LeadList, type LeadState, type leadsInput } from '@lead-credits/contract';
import { toDate } from '@lead-credits/db';
import { normalizePhone } from '@lead-credits/lead-file';
import type { z } from 'zod';
import { type Access, authorize, may } from '../access.ts';
import type { Ctx } from '../context.ts';
import { parsedJson } from './stored-json.ts';

type Metadata = Record<string, string | number | boolean>;
type LeadRow = {
  id: string;
  name: string | null;
  first_name: string | null;
  last_name: string | null;
  phone: string | null;
  email: string | null;
  reference_id: string | null;
  group_id: string | null;
  state: LeadState;
  process_id: string;
  process_name: string;
  import_id: string | null;
  start_at: string | null;
  created_at: string;
  metadata: Metadata | string;
};

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Leads of a project, newest first, filtered by process, import, state, exact phone or reference, or name. */
export async function listLeads(ctx: Ctx, input: z.output<typeof leadsInput>): Promise<LeadList> {
  const access = await authorize(ctx, input.projectId, 'leads.read');
  const search = input.search || null;
  // Somebody who may not see phones may not find out by search whether one is there.
  const phone = search && may(access, 'leads.phones') ? normalizePhone(search) : undefined;
  const rows = await ctx.db.run<LeadRow>({
    name: 'list-leads',
    text: `select l.id, l.name, l.first_name, l.last_name, l.phone, l.email, l.reference_id, l.group_id, l.state,
        l.process_id, p.name as process_name, l.import_id, l.start_at, l.created_at, l.metadata
      from app.lead l join app.process p on p.id = l.process_id
      where l.project_id = $1::uuid and l.id < $2::uuid
        and ($3::uuid is null or l.process_id = $3::uuid)
        and ($4::uuid is null or l.import_id = $4::uuid)
        and ($5::app.lead_state is null or l.state = $5::app.lead_state)
        and ($6::text is null or l.reference_id = $6::text or l.phone = $7::text
          or starts_with(lower(coalesce(l.name, l.first_name || coalesce(' ' || l.last_name, ''))), lower($6::text)))
      order by l.id desc limit $8::int`,
    values: [
      access.projectId,
      input.cursor ? decodeId('lead', input.cursor) : LAST,
      input.processId ?? null,
      input.importId ?? null,
      input.state ?? null,
      search,
      phone?.ok ? phone.e164 : null,
      input.limit + 1,
    ],
  });
  const items = rows.slice(0, input.limit).map((row) => toLead(row, access));
  const last = items.at(-1);
  return { items, nextCursor: rows.length > input.limit && last ? encodeId('lead', last.id) : null };
}

function toLead(row: LeadRow, access: Access): LeadList['items'][number] {
  const sees = may(access, 'leads.phones');
  const fullName = row.name ?? [row.first_name, row.last_name].filter(Boolean).join(' ');
  return {
    id: row.id,
    name: fullName,
    phone: sees ? row.phone : maskedPhone(row.phone, access),
    email: sees ? row.email : null,
    referenceId: row.reference_id,
    groupId: row.group_id,
    state: row.state,
    processId: row.process_id,
    processName: row.process_name,
    importId: row.import_id,
    startsAt: row.start_at === null ? null : toDate(row.start_at),
    createdAt: toDate(row.created_at),
    // Metadata may hold a second phone, so it follows the right to see phones.
    metadata: sees ? parsedJson<Metadata>(row.metadata) : {},
  };
}

/** Staff see enough to tell two numbers apart; finance and viewers see counts, no phones. */
function maskedPhone(phone: string | null, access: Access): string | null {
  if (phone === null || access.standing.kind !== 'staff') return null;
  return `${phone.slice(0, 5)}••••••${phone.slice(-2)}`;
}
