import { type Actor, type Ctx, people } from '@lead-credits/core';
import type { AppContext } from './app-env.ts';
import { ctxFor, type Services } from './composition.ts';
import type { RateLimits } from './rate-limits.ts';

const ANONYMOUS: Actor = { kind: 'anonymous' };
const BEARER = /^Bearer +(\S+)$/i;

/**
 * Who calls, as a context for the verbs. An `Authorization` header decides alone: a wrong key beside a good cookie is
 * nobody. Guessing keys is counted by address; calls are counted by actor, `calls` at once for a batch.
 */
export async function identify(
  c: AppContext,
  services: Services,
  rates: RateLimits,
  calls = 1,
): Promise<Ctx> {
  const anonymous = ctxFor(services, ANONYMOUS, c.get('requestId'));
  const actor = await authenticate(c, services, rates, anonymous);
  await rates.callsByActor.count(keyOf(actor, c.get('address')), calls);
  c.set('actor', actor);
  return { ...anonymous, actor };
}

/**
 * Passes on what a long answer says for as long as the caller is still who began it: a session that was ended, or a key
 * that was revoked, hears nothing more.
 */
export async function* whileIdentified<T>(
  c: AppContext,
  services: Services,
  rates: RateLimits,
  news: AsyncIterable<T>,
): AsyncGenerator<T, void> {
  const anonymous = ctxFor(services, ANONYMOUS, c.get('requestId'));
  const began = keyOf(c.get('actor'), '');
  for await (const piece of news) {
    if (keyOf(await authenticate(c, services, rates, anonymous), '') !== began) return;
    yield piece;
  }
}

function authenticate(c: AppContext, services: Services, rates: RateLimits, anonymous: Ctx): Promise<Actor> {
  const authorization = c.req.header('authorization');
  if (authorization === undefined) return bySession(c, services, anonymous);
  return byApiKey(c, rates, anonymous, authorization);
}

async function byApiKey(c: AppContext, rates: RateLimits, ctx: Ctx, authorization: string): Promise<Actor> {
  const [, secret] = BEARER.exec(authorization) ?? [];
  const actor = secret === undefined ? undefined : await people.resolveApiKey(ctx, secret);
  if (!actor) await rates.badKeysByAddress.count(c.get('address'));
  return actor ?? ANONYMOUS;
}

async function bySession(c: AppContext, { auth }: Services, ctx: Ctx): Promise<Actor> {
  if (c.req.header('cookie') === undefined) return ANONYMOUS;
  const session = await auth.readSession(c.req.raw.headers);
  if (!session) return ANONYMOUS;
  c.set('cookies', session.cookies);
  return (await people.resolveUser(ctx, session.userId)) ?? ANONYMOUS;
}

function keyOf(actor: Actor, address: string): string {
  switch (actor.kind) {
    case 'user':
      return actor.userId;
    case 'apiKey':
      return actor.apiKeyId;
    default:
      return address;
  }
}
