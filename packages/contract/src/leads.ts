import { z } from 'zod';
import { idempotencyKey, idIn, idOut, instantOut, pageIn } from './ids.ts';
import { credits } from './money.ts';

export const VARIABLE_TYPES = ['text', 'number', 'amount', 'date', 'enum'] as const;
/** A variable of a process: a column of its own in the upload, kept in the lead's metadata. */
export const processVariable = z.object({
  name: z.string().min(1).max(64),
  label: z.string().max(100).optional(),
  type: z.enum(VARIABLE_TYPES),
  required: z.boolean(),
  options: z.array(z.string().max(200)).max(200).optional(),
});
export type ProcessVariable = z.infer<typeof processVariable>;

export const processesInput = z.strictObject({ projectId: idIn('project') });
export const processesOutput = z.object({
  items: z.array(
    z.object({
      id: idOut('process'),
      name: z.string(),
      variables: z.array(processVariable),
      startDelaySeconds: z.number().int().min(0),
    }),
  ),
  /** Limits that stand beside the drop zone. */
  limits: z.object({ fileSizeBytes: z.number().int(), rows: z.number().int() }),
});
export type ProcessList = z.input<typeof processesOutput>;

export const IMPORT_STATUSES = [
  'receiving',
  'blocked',
  'processing',
  'completed',
  'failed',
  'cancelled',
] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** rows = accepted + failed + duplicates once completed; only accepted rows consume credits. */
export const importItem = z.object({
  id: idOut('import'),
  status: z.enum(IMPORT_STATUSES),
  fileName: z.string(),
  rows: z.number().int(),
  accepted: z.number().int(),
  failed: z.number().int(),
  duplicates: z.number().int(),
  creditsReserved: credits,
  creditsConsumed: credits,
  creditsReleased: credits,
  createdAt: instantOut,
  finishedAt: instantOut.nullable(),
  processId: idOut('process'),
  processName: z.string(),
  initialize: z.boolean(),
  uploadedBy: z.string(),
  /** Rows read so far, while processing. */
  rowsRead: z.number().int(),
  /** When calling starts for these leads; null when they were not initialised. */
  startsAt: instantOut.nullable(),
  /** What stopped a failed or blocked import. */
  error: z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable(),
});
export type ImportItem = z.input<typeof importItem>;

export const importsInput = z.strictObject({ projectId: idIn('project'), ...pageIn });
export const importsOutput = z.object({ items: z.array(importItem), nextCursor: z.string().nullable() });
export type ImportList = z.input<typeof importsOutput>;

export const importRow = z.object({
  row: z.number().int(),
  outcome: z.enum(['failed', 'duplicate']),
  /** Reason codes of the row, worst first; texts are in the message catalogue. */
  reasons: z.array(
    z.object({
      code: z.string(),
      /** The column as the file calls it; empty where the whole row is meant. */
      column: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
  /** The row's cells as they were in the file, without phones and e-mails for people who may not see them. */
  cells: z.array(z.string()).nullable(),
});
export const importInput = z.strictObject({ importId: idIn('import') });
export const importOutput = z.object({
  import: importItem,
  header: z.array(z.string()),
  /** The first rows that did not go in, by row number; the failed-rows file has all failed ones. */
  rows: z.array(importRow),
});
export type ImportDetail = z.input<typeof importOutput>;

export const LEAD_STATES = ['uploaded', 'queued', 'claimed', 'completed', 'withdrawn'] as const;
export type LeadState = (typeof LEAD_STATES)[number];

export const leadsInput = z.strictObject({
  projectId: idIn('project'),
  processId: idIn('process').nullish(),
  importId: idIn('import').nullish(),
  state: z.enum(LEAD_STATES).nullish(),
  search: z.string().trim().max(100).nullish(),
  ...pageIn,
});
export const leadItem = z.object({
  id: idOut('lead'),
  name: z.string(),
  /** E.164, masked or null for people who may not see phones. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  referenceId: z.string().nullable(),
  groupId: z.string().nullable(),
  state: z.enum(LEAD_STATES),
  processId: idOut('process'),
  processName: z.string(),
  importId: idOut('import').nullable(),
  startsAt: instantOut.nullable(),
  createdAt: instantOut,
  metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});
export const leadsOutput = z.object({ items: z.array(leadItem), nextCursor: z.string().nullable() });
export type LeadList = z.input<typeof leadsOutput>;

export const MAX_LEAD_TEXT = 1_000;
const leadText = z.string().max(MAX_LEAD_TEXT);
/** A lead as a program sends it: one of name and firstName, one of phone and email. */
export const leadInput = z.strictObject({
  name: leadText.nullish(),
  firstName: leadText.nullish(),
  lastName: leadText.nullish(),
  phone: leadText.nullish(),
  email: leadText.nullish(),
  referenceId: leadText.nullish(),
  groupId: leadText.nullish(),
  metadata: z.record(z.string().max(100), z.union([leadText, z.number(), z.boolean(), z.null()])).nullish(),
});
export type LeadInput = z.infer<typeof leadInput>;

export const createLeadInput = z.strictObject({
  projectId: idIn('project'),
  processId: idIn('process'),
  lead: leadInput,
  initialize: z.boolean().default(true),
  key: idempotencyKey,
});
/** A duplicate is not stored and not charged: it answers with the lead that is already there. */
export const createLeadOutput = z.object({
  status: z.enum(['accepted', 'duplicate']),
  leadId: idOut('lead'),
  creditsConsumed: credits,
  warnings: z.array(z.string()),
});
export type CreateLeadOutput = z.input<typeof createLeadOutput>;

export const MAX_INITIALIZE = 1_000;
export const initializeInput = z
  .strictObject({
    projectId: idIn('project'),
    leadIds: z.array(idIn('lead')).max(MAX_INITIALIZE).nullish(),
    importId: idIn('import').nullish(),
  })
  .refine((value) => Boolean(value.leadIds) !== Boolean(value.importId), 'give leadIds or importId');
/** Starting leads that were uploaded without starting is free. */
export const initializeOutput = z.object({ initialized: z.number().int(), creditsConsumed: z.literal(0) });
export type InitializeOutput = z.input<typeof initializeOutput>;

/** Query and headers of `POST /imports`. */
export const importQuery = z.object({
  projectId: idIn('project'),
  processId: idIn('process'),
  initialize: z.enum(['true', 'false']).default('true'),
  wait: z.enum(['true', 'false']).default('false'),
});
export const MAX_FILE_NAME = 255;
