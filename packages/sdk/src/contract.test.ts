import type { AppRouter } from '@lead-credits/api';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { expect, expectTypeOf, test } from 'vitest';
import { createClient, type LeadCredits } from './index.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Answer<T extends (...input: never[]) => Promise<unknown>> = Awaited<ReturnType<T>>;

test('has the types of the router, procedure by procedure', () => {
  expectTypeOf<Parameters<LeadCredits['credits']['reserve']>[0]>().toEqualTypeOf<
    Inputs['credits']['reserve']
  >();
  expectTypeOf<Answer<LeadCredits['credits']['reserve']>>().toEqualTypeOf<Outputs['credits']['reserve']>();
  expectTypeOf<Answer<LeadCredits['credits']['capture']>>().toEqualTypeOf<Outputs['credits']['capture']>();
  expectTypeOf<Answer<LeadCredits['credits']['release']>>().toEqualTypeOf<Outputs['credits']['release']>();
  expectTypeOf<Answer<LeadCredits['credits']['overview']>>().toEqualTypeOf<Outputs['credits']['overview']>();
  expectTypeOf<Parameters<LeadCredits['leads']['create']>[0]>().toEqualTypeOf<Inputs['leads']['create']>();
  expectTypeOf<Answer<LeadCredits['leads']['create']>>().toEqualTypeOf<Outputs['leads']['create']>();
  expectTypeOf<Answer<LeadCredits['leads']['list']>>().toEqualTypeOf<Outputs['leads']['list']>();
  expectTypeOf<Answer<LeadCredits['leads']['import']>>().toEqualTypeOf<Outputs['leads']['import']>();
  expectTypeOf<Answer<LeadCredits['leads']['processes']>>().toEqualTypeOf<Outputs['leads']['processes']>();
});

const input = { projectId: 'prj_x', amount: 5, key: 'k' };

function clientAnswering(status: number, body: unknown): LeadCredits {
  const answer: typeof fetch = async () =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  return createClient({ url: 'http://127.0.0.1:1/', apiKey: 'lc_x', fetch: answer });
}

test('turns a refusal into its three numbers', async () => {
  const data = {
    httpStatus: 402,
    domain: 'INSUFFICIENT_CREDITS',
    available: 1,
    required: 5,
    shortage: 4,
    requestId: 'r',
  };
  const client = clientAnswering(402, [{ error: { message: 'short', code: -32003, data } }]);
  await expect(client.credits.reserve(input)).rejects.toMatchObject({
    name: 'InsufficientCreditsError',
    code: 'INSUFFICIENT_CREDITS',
    status: 402,
    available: 1,
    required: 5,
    shortage: 4,
    requestId: 'r',
  });
});

test('fails closed without an answer, and on one it cannot read', async () => {
  const dead = createClient({ url: 'http://127.0.0.1:1', apiKey: 'lc_x' });
  await expect(dead.credits.reserve(input)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  await expect(clientAnswering(502, 'bad gateway').credits.reserve(input)).rejects.toMatchObject({
    code: 'UNREACHABLE',
  });
  const upload = { projectId: 'prj_x', processId: 'prc_x', file: 'Name,Phone', fileName: 'x.csv', key: 'k' };
  await expect(dead.uploadLeads(upload)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  await expect(clientAnswering(200, {}).uploadLeads(upload)).rejects.toMatchObject({ code: 'UNREACHABLE' });
});
