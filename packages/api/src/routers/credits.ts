import {
  captureInput,
  onChangeInput,
  overviewInput,
  overviewOutput,
  releaseInput,
  reserveInput,
  reserveOutput,
  settleOutput,
  statementInput,
  statementOutput,
} from '@lead-credits/contract';
import { authorize, credits } from '@lead-credits/core';
import { tracked } from '@trpc/server';
import { procedure, router } from '../trpc.ts';

export const creditsRouter = router({
  overview: procedure
    .input(overviewInput)
    .output(overviewOutput)
    .query(({ ctx, input }) => credits.overview(ctx.ctx, input)),
  statement: procedure
    .input(statementInput)
    .output(statementOutput)
    .query(({ ctx, input }) => credits.statement(ctx.ctx, input)),
  /** Gives the overview at once and again after each change of the account. */
  onChange: procedure.input(onChangeInput).subscription(async function* ({ ctx, input, signal }) {
    const access = await authorize(ctx.ctx, input.projectId, 'credits.read');
    const stop = signal ?? new AbortController().signal;
    for await (const seq of ctx.changes(access.accountId, stop)) {
      // The subscription has no output parser that could encode the ids, so the schema is applied here.
      yield tracked(
        String(seq),
        overviewOutput.parse(await credits.overview(ctx.ctx, { projectId: input.projectId })),
      );
    }
  }),
  reserve: procedure
    .input(reserveInput)
    .output(reserveOutput)
    .mutation(({ ctx, input }) => credits.reserve(ctx.ctx, input)),
  capture: procedure
    .input(captureInput)
    .output(settleOutput)
    .mutation(({ ctx, input }) => credits.capture(ctx.ctx, input)),
  release: procedure
    .input(releaseInput)
    .output(settleOutput)
    .mutation(({ ctx, input }) => credits.release(ctx.ctx, input)),
});
