import { decodeId } from '@lead-credits/contract';
import { type Ctx, invoices, leads } from '@lead-credits/core';
import { publicError } from '../errors.ts';
import type { Answer } from './call.ts';
import { MAY, type Procedure } from './procedures.ts';

/** A plain route of the server: not in the router, but the same verbs and the same rules. */
export type Route = Procedure & { run(ctx: Ctx, input: Readonly<Record<string, string>>): Promise<unknown> };

const importId = { importId: { kind: 'import', is: 'address' } } as const;
const processId = { processId: { kind: 'process', is: 'address' } } as const;

async function* oneLead(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(`Name,Email\nEsha,${crypto.randomUUID()}@example.in\n`);
}

async function upload(ctx: Ctx, input: Readonly<Record<string, string>>): Promise<unknown> {
  const received = await leads.receiveImport(ctx, {
    projectId: decodeId('project', input['projectId'] ?? ''),
    processId: decodeId('process', input['processId'] ?? ''),
    initialize: true,
    key: crypto.randomUUID(),
    fileName: 'leads.csv',
    bytes: oneLead(),
  });
  await leads.runImport(ctx, received);
  return received;
}

async function failedRows(ctx: Ctx, input: Readonly<Record<string, string>>): Promise<unknown> {
  const file = await leads.failedRowsCsv(ctx, { importId: decodeId('import', input['importId'] ?? '') });
  let text = '';
  for await (const piece of file.body) text += piece;
  return { ...file, body: text };
}

export const ROUTES: Readonly<Record<string, Route>> = {
  'POST /imports': {
    expected: MAY.writeLeads,
    ids: { projectId: { kind: 'project', is: 'address' }, processId: { kind: 'process', is: 'inside' } },
    input: async (tenant) => ({ projectId: tenant.projectId, processId: tenant.processId }),
    run: upload,
  },
  'GET /imports/:id/failed.csv': {
    expected: MAY.seePhones,
    ids: importId,
    input: async (tenant) => ({ importId: tenant.importId }),
    run: failedRows,
  },
  'GET /invoices/:id/pdf': {
    expected: MAY.readBilling,
    ids: { topUpId: { kind: 'topUp', is: 'address' } },
    input: async (tenant) => ({ topUpId: tenant.topUpId }),
    run: (ctx, input) => invoices.readPdf(ctx, { invoiceId: decodeId('topUp', input['topUpId'] ?? '') }),
  },
  'GET /processes/:id/template.csv': {
    expected: MAY.readLeads,
    ids: processId,
    input: async (tenant) => ({ processId: tenant.processId }),
    run: (ctx, input) => leads.templateCsv(ctx, { processId: decodeId('process', input['processId'] ?? '') }),
  },
};

/** Runs a route's verb and answers as the server would: data, or the public form of the error. */
export async function callRoute(route: Route, ctx: Ctx, input: unknown): Promise<Answer> {
  try {
    const data = await route.run(ctx, Object.assign({}, input));
    return { code: 'OK', data, body: JSON.stringify(data) };
  } catch (error) {
    const told = publicError(error);
    return { code: told.code, data: undefined, body: JSON.stringify(told) };
  }
}
