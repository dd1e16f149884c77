import type { Quote, quoteInput } from '@lead-credits/contract';
import type { z } from 'zod';
import { authorize } from '../access.ts';
import type { Ctx } from '../context.ts';
import { only, validationFailed } from '../errors.ts';
import { placeOfSupply } from '../invoices/index.ts';
import { priceInForce, termsOf } from './price.ts';
import { findProfile } from './profile.ts';
import { quote, unitsForShortage } from './quote.ts';

/** What a number of credits costs right now, what is in it, and what the balance would be. Freezes and reserves nothing. */
export async function quoteTopUp(ctx: Ctx, input: z.output<typeof quoteInput>): Promise<Quote> {
  const { projectId } = await authorize(ctx, input.projectId, 'billing.read');
  const profile = await findProfile(ctx.db, projectId);
  const terms = termsOf(
    await priceInForce(ctx.db, projectId, ctx.clock()),
    profile && placeOfSupply(profile),
  );
  const {
    aboveMaximum,
    taxKind: _kind,
    placeOfSupplyKnown: _known,
    ...price
  } = quote({ ...terms, units: input.units });
  if (aboveMaximum) throw validationFailed({ field: 'units', reason: 'above_maximum' });
  const rows = await ctx.db.run<{ available: number; debt: number }>({
    name: 'quote-balance',
    text: 'select available, debt from app.account where project_id = $1::uuid',
    values: [projectId],
  });
  const { available, debt } = only(rows, 'account of a project');
  const repaysDebt = Math.min(debt, input.units);
  return {
    ...price,
    priceIncludesTax: terms.priceIncludesTax,
    minimumUnits: unitsForShortage(0, terms),
    availableNow: available,
    repaysDebt,
    availableAfter: available + input.units - repaysDebt,
    blockedBy: profile ? null : 'profile_missing',
    billTo: profile
      ? { accountName: profile.accountName, gstin: profile.gstin, stateCode: profile.stateCode }
      : null,
  };
}
