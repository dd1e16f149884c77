import {
  createLeadInput,
  createLeadOutput,
  importInput,
  importOutput,
  importsInput,
  importsOutput,
  initializeInput,
  initializeOutput,
  leadsInput,
  leadsOutput,
  processesInput,
  processesOutput,
} from '@lead-credits/contract';
import { leads } from '@lead-credits/core';
import { procedure, router } from '../trpc.ts';

export const leadsRouter = router({
  processes: procedure
    .input(processesInput)
    .output(processesOutput)
    .query(({ ctx, input }) => leads.listProcesses(ctx.ctx, input)),
  list: procedure
    .input(leadsInput)
    .output(leadsOutput)
    .query(({ ctx, input }) => leads.listLeads(ctx.ctx, input)),
  imports: procedure
    .input(importsInput)
    .output(importsOutput)
    .query(({ ctx, input }) => leads.listImports(ctx.ctx, input)),
  import: procedure
    .input(importInput)
    .output(importOutput)
    .query(({ ctx, input }) => leads.readImport(ctx.ctx, input)),
  create: procedure
    .input(createLeadInput)
    .output(createLeadOutput)
    .mutation(({ ctx, input }) => leads.createLead(ctx.ctx, input)),
  initialize: procedure
    .input(initializeInput)
    .output(initializeOutput)
    .mutation(({ ctx, input }) => leads.initializeLeads(ctx.ctx, input)),
});
