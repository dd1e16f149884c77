import type { Ctx } from '@lead-credits/core';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { PublicError } from '../errors.ts';
import { appRouter } from '../router.ts';

/** What a caller sees: the code, the data of a success, and the very text that went over the wire. */
export type Answer = { code: 'OK' | PublicError['code']; data: unknown; body: string };

type Wire = { result?: { data: unknown }; error?: { data: { domain: PublicError['code'] } } };

type ProcedureType = 'query' | 'mutation' | 'subscription';

/** Every procedure of the router by its path, with what it is. */
export function procedureTypes(): ReadonlyMap<string, ProcedureType> {
  const found = new Map<string, ProcedureType>();
  for (const [path, procedure] of Object.entries<unknown>(appRouter._def.procedures)) {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`);
    found.set(path, procedure._def.type);
  }
  return found;
}

/** tRPC keeps procedures flat by path, which the type of the router does not say. */
function isProcedure(value: unknown): value is { _def: { type: ProcedureType } } {
  return typeof value === 'function' && '_def' in value;
}

/** Calls a procedure over tRPC's own HTTP handler, so that parsing and the error formatter take part. */
export async function call(ctx: Ctx, path: string, input: unknown): Promise<Answer> {
  const type = procedureTypes().get(path);
  const url = new URL(`http://api.test/trpc/${path}`);
  const init: RequestInit = {};
  if (type === 'mutation') {
    Object.assign(init, { method: 'POST', body: JSON.stringify(input) });
    init.headers = { 'content-type': 'application/json' };
  } else {
    if (input !== undefined) url.searchParams.set('input', JSON.stringify(input));
    if (type === 'subscription') init.headers = { accept: 'text/event-stream' };
  }
  const response = await fetchRequestHandler({
    endpoint: '/trpc',
    req: new Request(url, init),
    router: appRouter,
    createContext: () => ({ ctx, changes: oneChange }),
  });
  const body = await response.text();
  return type === 'subscription' ? readStream(body) : readJson(body);
}

async function* oneChange(): AsyncGenerator<number> {
  yield 1;
}

function readJson(body: string): Answer {
  const wire: Wire = JSON.parse(body);
  return { code: wire.error ? wire.error.data.domain : 'OK', data: wire.result?.data, body };
}

/** The first event of a subscription: its data, or the error that ended it. */
function readStream(body: string): Answer {
  const events = body.split('\n\n').map((block) => ({
    name: /^event: (.*)$/m.exec(block)?.[1],
    data: /^data: ?(.*)$/m.exec(block)?.[1] ?? '',
  }));
  const failed = events.find(({ name }) => name === 'serialized-error');
  if (failed) {
    const error: Wire['error'] = JSON.parse(failed.data);
    return { code: error?.data.domain ?? 'INTERNAL', data: undefined, body: failed.data };
  }
  const given = events.find(({ name, data }) => name === undefined && data !== '');
  return { code: given ? 'OK' : 'INTERNAL', data: given && JSON.parse(given.data), body };
}
