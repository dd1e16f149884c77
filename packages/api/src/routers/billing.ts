import {
  confirmTopUpInput,
  createTopUpInput,
  createTopUpOutput,
  openTopUpsInput,
  openTopUpsOutput,
  profileInput,
  profileOutput,
  quoteInput,
  quoteOutput,
  saveProfileInput,
  saveProfileOutput,
  topUpInput,
  topUpOutput,
} from '@lead-credits/contract';
import { billing } from '@lead-credits/core';
import { procedure, router } from '../trpc.ts';

export const billingRouter = router({
  profile: procedure
    .input(profileInput)
    .output(profileOutput)
    .query(({ ctx, input }) => billing.readProfile(ctx.ctx, input)),
  saveProfile: procedure
    .input(saveProfileInput)
    .output(saveProfileOutput)
    .mutation(({ ctx, input }) => billing.saveProfile(ctx.ctx, input)),
  quote: procedure
    .input(quoteInput)
    .output(quoteOutput)
    .query(({ ctx, input }) => billing.quoteTopUp(ctx.ctx, input)),
  createTopUp: procedure
    .input(createTopUpInput)
    .output(createTopUpOutput)
    .mutation(({ ctx, input }) => billing.createTopUp(ctx.ctx, input)),
  topUp: procedure
    .input(topUpInput)
    .output(topUpOutput)
    .query(({ ctx, input }) => billing.readTopUp(ctx.ctx, input)),
  openTopUps: procedure
    .input(openTopUpsInput)
    .output(openTopUpsOutput)
    .query(({ ctx, input }) => billing.listOpenTopUps(ctx.ctx, input)),
  /** The browser's success callback: only changes what pages say. */
  confirmTopUp: procedure
    .input(confirmTopUpInput)
    .output(topUpOutput)
    .mutation(({ ctx, input }) => billing.confirmTopUp(ctx.ctx, input)),
  discardTopUp: procedure
    .input(topUpInput)
    .output(topUpOutput)
    .mutation(({ ctx, input }) => billing.discardTopUp(ctx.ctx, input)),
});
