import { IMPORT_STATUSES, LEAD_STATES, type ProcessVariable } from '@lead-credits/contract';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { app, id, instant, whole } from './app-schema.ts';
import { project } from './people.ts';

export const importStatus = app.enum('import_status', IMPORT_STATUSES);
export const importRowOutcome = app.enum('import_row_outcome', ['failed', 'duplicate']);
export const leadState = app.enum('lead_state', LEAD_STATES);
export const identityWindow = app.enum('identity_window', ['active', 'days', 'ever']);

/** Why a row did not go in: a code of the message catalogue, the file's own column, what the sentence needs. */
export type StoredReason = { code: string; column: string; params?: Record<string, string | number> };

/** How leads are called. */
export const process = app.table(
  'process',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    name: text('name').notNull(),
    variables: jsonb('variables').$type<ProcessVariable[]>().notNull(),
    /** Files only: until it has passed the import can be undone. */
    startDelaySeconds: integer('start_delay_seconds').notNull().default(300),
    identityWindow: identityWindow('identity_window').notNull().default('active'),
    identityDays: integer('identity_days'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    unique('process_name_once').on(t.projectId, t.name),
    check('process_delay_not_negative', sql`${t.startDelaySeconds} >= 0`),
    check('process_window_has_days', sql`(${t.identityWindow} = 'days') = (${t.identityDays} is not null)`),
  ],
);

/** One uploaded file. Its reservation carries its id as key. */
export const leadImport = app.table(
  'import',
  {
    id: id().primaryKey(),
    projectId: id('project_id')
      .notNull()
      .references(() => project.id),
    processId: id('process_id')
      .notNull()
      .references(() => process.id),
    key: text('key').notNull(),
    sha256: text('sha256').notNull(),
    sizeBytes: whole('size_bytes').notNull(),
    fileName: text('file_name').notNull(),
    header: text('header').array().notNull().default([]),
    initialize: boolean('initialize').notNull(),
    planId: id('plan_id'),
    /** Where its bytes wait; a retry after a refusal brings its own. */
    spoolId: id('spool_id'),
    status: importStatus('status').notNull(),
    /** Fencing token: a worker that lost its lease finds another number here and writes nothing. */
    attempt: integer('attempt').notNull().default(0),
    leaseUntil: instant('lease_until'),
    rows: whole('rows').notNull().default(0),
    rowsRead: whole('rows_read').notNull().default(0),
    accepted: whole('accepted').notNull().default(0),
    failed: whole('failed').notNull().default(0),
    duplicates: whole('duplicates').notNull().default(0),
    creditsReserved: whole('credits_reserved').notNull().default(0),
    creditsConsumed: whole('credits_consumed').notNull().default(0),
    creditsReleased: whole('credits_released').notNull().default(0),
    errorCode: text('error_code'),
    errorDetails: jsonb('error_details').$type<Record<string, unknown>>(),
    uploadedBy: text('uploaded_by').notNull(),
    uploaderName: text('uploader_name').notNull(),
    createdAt: instant('created_at').notNull(),
    startsAt: instant('starts_at'),
    finishedAt: instant('finished_at'),
  },
  (t) => [
    unique('import_once_per_key').on(t.projectId, t.key),
    index('import_project').on(t.projectId, t.id),
    index('import_running').on(t.leaseUntil).where(sql`${t.status} = 'processing'`),
    check(
      'import_counts_add_up',
      sql`${t.status} <> 'completed' or ${t.rows} = ${t.accepted} + ${t.failed} + ${t.duplicates}`,
    ),
    check(
      'import_charges_accepted_only',
      sql`${t.status} <> 'completed' or (${t.creditsConsumed} = ${t.accepted} and ${t.creditsReserved} = ${t.creditsConsumed} + ${t.creditsReleased})`,
    ),
    check(
      'import_ended_charges_nothing',
      sql`${t.status} not in ('failed', 'cancelled', 'blocked') or ${t.creditsConsumed} = 0`,
    ),
  ],
);

/** A reviewed file's decisions: sheet, header row, mapping, edits and removals by row number. */
export const importPlan = app.table('import_plan', {
  id: id().primaryKey(),
  projectId: id('project_id')
    .notNull()
    .references(() => project.id),
  processId: id('process_id')
    .notNull()
    .references(() => process.id),
  sha256: text('sha256').notNull(),
  plan: jsonb('plan').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});

/** A row that did not become a lead: failed or duplicate, with its reasons and its cells. Never charged. */
export const importRow = app.table(
  'import_row',
  {
    projectId: id('project_id').notNull(),
    importId: id('import_id').notNull(),
    row: integer('row').notNull(),
    outcome: importRowOutcome('outcome').notNull(),
    reasons: jsonb('reasons').$type<StoredReason[]>().notNull(),
    cells: text('cells').array().notNull(),
  },
  (t) => [primaryKey({ name: 'import_row_pkey', columns: [t.projectId, t.importId, t.row] })],
);

/**
 * A lead. No foreign keys: each would halve COPY (measured 0.5 of the indexed floor); project, process and import are
 * checked once per import. `identity` is the first present of reference, phone, e-mail; while `identity_open`, nobody
 * else in the process may have it.
 */
export const lead = app.table(
  'lead',
  {
    id: id().notNull(),
    projectId: id('project_id').notNull(),
    processId: id('process_id').notNull(),
    importId: id('import_id'),
    identity: text('identity').notNull(),
    identityOpen: boolean('identity_open').notNull().default(true),
    state: leadState('state').notNull(),
    startAt: instant('start_at'),
    name: text('name'),
    firstName: text('first_name'),
    lastName: text('last_name'),
    phone: text('phone'),
    email: text('email'),
    referenceId: text('reference_id'),
    groupId: text('group_id'),
    metadata: jsonb('metadata').$type<Record<string, string | number | boolean>>().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'lead_pkey', columns: [t.projectId, t.id] }),
    uniqueIndex('lead_identity_once').on(t.projectId, t.processId, t.identity).where(sql`${t.identityOpen}`),
    index('lead_import').on(t.projectId, t.importId, t.id),
    check('lead_has_name', sql`${t.name} is not null or ${t.firstName} is not null`),
    check('lead_reachable', sql`${t.phone} is not null or ${t.email} is not null`),
  ],
);

/** The first answer to a program's `leads.create`, kept under its key. */
export const leadIntake = app.table(
  'lead_intake',
  {
    projectId: id('project_id').notNull(),
    key: text('key').notNull(),
    /** SHA-256 of the whole input: another input under the same key is refused. */
    fingerprint: text('fingerprint').notNull(),
    status: text('status').notNull(),
    leadId: id('lead_id').notNull(),
    warnings: text('warnings').array().notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [primaryKey({ name: 'lead_intake_pkey', columns: [t.projectId, t.key] })],
);
