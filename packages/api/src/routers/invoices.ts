import {
  invoiceGetInput,
  invoiceGetOutput,
  invoiceListInput,
  invoiceListOutput,
} from '@lead-credits/contract';
import { invoices } from '@lead-credits/core';
import { procedure, router } from '../trpc.ts';

export const invoicesRouter = router({
  list: procedure
    .input(invoiceListInput)
    .output(invoiceListOutput)
    .query(({ ctx, input }) => invoices.list(ctx.ctx, input)),
  get: procedure
    .input(invoiceGetInput)
    .output(invoiceGetOutput)
    .query(({ ctx, input }) => invoices.get(ctx.ctx, input)),
});
