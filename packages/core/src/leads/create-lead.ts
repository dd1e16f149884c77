import { createHash } from 'node:crypto';
import type { CreateLeadOutput, createLeadInput, LeadInput } from '@lead-credits/contract';
import { identityOf, type LeadFields, mapProgramLead, validateRow } from '@lead-credits/lead-file';
import { v7 } from 'uuid';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import { actorId, type Ctx } from '../context.ts';
import { reservationKey, reserveFor, settleFor } from '../credits/index.ts';
import { DomainError, validationFailed } from '../errors.ts';
import { LostRace, type TransactionCtx, withTransaction } from '../transaction.ts';
import { findProcess, type Process } from './processes.ts';

type Input = z.output<typeof createLeadInput>;
type Intake = { fingerprint: string; status: 'accepted' | 'duplicate'; lead_id: string; warnings: string[] };

/** A same-identity insert waits for the COPY that may be bringing the same lead; not for ever. */
const LOCK_TIMEOUT_MS = 10_000;

/**
 * Takes one lead from a program: validates, charges one credit and stores it, in one transaction. A lead that is
 * already active in the process answers `duplicate` with the one there and is not charged. The same key with the same
 * input gives the first answer, with other input IDEMPOTENCY_KEY_REUSED. Without credits nothing is stored.
 */
export async function createLead(ctx: Ctx, input: Input): Promise<CreateLeadOutput> {
  const { projectId, accountId } = await authorize(ctx, input.projectId, 'leads.write');
  const process = await findProcess(ctx.db, projectId, input.processId);
  const { lead, warnings } = readLead(input.lead, process);
  const fingerprint = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  return withTransaction(ctx, async (tx) => {
    const first = await findIntake(tx, projectId, input.key);
    if (first) return answer(first, fingerprint);
    await tx.db.run({
      name: 'lead-lock-timeout',
      text: `set local lock_timeout = ${LOCK_TIMEOUT_MS}`,
      values: [],
    });
    const leadId = v7();
    const stored = await storeLead(tx, { ...input, projectId, leadId, lead });
    const status = stored === leadId ? 'accepted' : 'duplicate';
    if (status === 'accepted') await charge(tx, accountId, input.key);
    const intake: Intake = { fingerprint, status, lead_id: stored, warnings };
    await keepIntake(tx, projectId, input.key, intake);
    return answer(intake, fingerprint);
  });
}

function readLead(input: LeadInput, process: Process): { lead: LeadFields; warnings: string[] } {
  const { metadata, ...fields } = input;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));
  const shape = { variables: process.variables };
  const read = validateRow(mapProgramLead({ ...given, metadata: metadata ?? {} }, shape), shape);
  if (read.outcome === 'failed') {
    throw validationFailed(
      ...read.reasons.map(({ code, column }) => ({ field: `lead.${column}`, reason: code })),
    );
  }
  return { lead: read.lead, warnings: read.warnings.map(({ code }) => code) };
}

async function findIntake(tx: TransactionCtx, projectId: string, key: string): Promise<Intake | undefined> {
  const [row] = await tx.db.run<Intake>({
    name: 'find-intake',
    text: `select fingerprint, status, lead_id, warnings from app.lead_intake
      where project_id = $1::uuid and key = $2::text`,
    values: [projectId, key],
  });
  return row;
}

function answer(intake: Intake, fingerprint: string): CreateLeadOutput {
  if (intake.fingerprint !== fingerprint) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  return {
    status: intake.status,
    leadId: intake.lead_id,
    creditsConsumed: intake.status === 'accepted' ? 1 : 0,
    warnings: intake.warnings,
  };
}

/** Gives the id of the lead that holds the identity afterwards: the new one, or the one that was there. */
async function storeLead(
  tx: TransactionCtx,
  {
    projectId,
    processId,
    initialize,
    leadId,
    lead,
  }: Omit<Input, 'lead'> & { leadId: string; lead: LeadFields },
): Promise<string> {
  const now = tx.clock();
  const identity = identityOf(lead);
  const [made] = await tx.db.run<{ id: string }>({
    name: 'create-lead',
    text: `insert into app.lead (id, project_id, process_id, identity, state, start_at, name, first_name, last_name, phone,
        email, reference_id, group_id, metadata, created_at)
      values ($1::uuid, $2::uuid, $3::uuid, $4, $5::app.lead_state, $6::timestamptz, $7, $8, $9, $10, $11, $12, $13,
        $14::jsonb, $15::timestamptz)
      on conflict (project_id, process_id, identity) where identity_open do nothing
      returning id`,
    values: [
      leadId,
      projectId,
      processId,
      identity,
      initialize ? 'queued' : 'uploaded',
      initialize ? now : null,
      lead.name ?? null,
      lead.firstName ?? null,
      lead.lastName ?? null,
      lead.phone ?? null,
      lead.email ?? null,
      lead.referenceId ?? null,
      lead.groupId ?? null,
      JSON.stringify(lead.metadata),
      now,
    ],
  });
  if (made) return made.id;
  const [there] = await tx.db.run<{ id: string }>({
    name: 'lead-by-identity',
    text: `select id from app.lead
      where project_id = $1::uuid and process_id = $2::uuid and identity = $3 and identity_open`,
    values: [projectId, processId, identity],
  });
  // It was there when the insert met it and is closed now: the insert would succeed.
  if (!there) throw new LostRace('create lead');
  return there.id;
}

async function charge(tx: TransactionCtx, accountId: string, key: string): Promise<void> {
  const reserved = await reserveFor(tx, { accountId, purpose: 'lead', key, amount: 1 });
  if (!reserved.ok) {
    const { available, required, shortage } = reserved;
    throw new DomainError('INSUFFICIENT_CREDITS', { available, required, shortage });
  }
  await settleFor(tx.db, {
    accountId,
    key: reserved.key,
    amount: 1,
    verb: 'capture',
    settleKey: reservationKey('lead', key),
    now: tx.clock(),
    actor: actorId(tx.actor),
  });
}

/** Two requests with one key at once: the second finds the row, loses its work and answers from the first. */
async function keepIntake(tx: TransactionCtx, projectId: string, key: string, intake: Intake): Promise<void> {
  const kept = await tx.db.run<{ key: string }>({
    name: 'keep-intake',
    text: `insert into app.lead_intake (project_id, key, fingerprint, status, lead_id, warnings, created_at)
      values ($1::uuid, $2, $3, $4, $5::uuid, $6::text[], $7::timestamptz)
      on conflict (project_id, key) do nothing returning key`,
    values: [projectId, key, intake.fingerprint, intake.status, intake.lead_id, intake.warnings, tx.clock()],
  });
  if (kept.length === 0) throw new LostRace('create lead');
}
