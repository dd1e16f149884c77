import type {
  createLeadOutput,
  createTopUpOutput,
  importItem,
  importOutput,
  importsOutput,
  initializeOutput,
  invoiceGetOutput,
  invoiceListOutput,
  leadsOutput,
  overviewOutput,
  processesOutput,
  quoteOutput,
  reserveOutput,
  saveProfileOutput,
  settleOutput,
  statementOutput,
  topUpOutput,
} from '@lead-credits/contract';

/** What an output schema sends: ids with their prefix, instants as text. */
type Sent<Schema extends { _zod: { output: unknown } }> = Schema['_zod']['output'];

/** What each procedure answers. */
export interface Answers {
  'credits.overview': Sent<typeof overviewOutput>;
  'credits.statement': Sent<typeof statementOutput>;
  'credits.reserve': Sent<typeof reserveOutput>;
  'credits.capture': Sent<typeof settleOutput>;
  'credits.release': Sent<typeof settleOutput>;
  'billing.saveProfile': Sent<typeof saveProfileOutput>;
  'billing.quote': Sent<typeof quoteOutput>;
  'billing.createTopUp': Sent<typeof createTopUpOutput>;
  'billing.topUp': Sent<typeof topUpOutput>;
  'billing.confirmTopUp': Sent<typeof topUpOutput>;
  'invoices.list': Sent<typeof invoiceListOutput>;
  'invoices.get': Sent<typeof invoiceGetOutput>;
  'leads.processes': Sent<typeof processesOutput>;
  'leads.list': Sent<typeof leadsOutput>;
  'leads.imports': Sent<typeof importsOutput>;
  'leads.import': Sent<typeof importOutput>;
  'leads.create': Sent<typeof createLeadOutput>;
  'leads.initialize': Sent<typeof initializeOutput>;
}

/** What stands beside a refused call: the code, and its details (three numbers when credits are short). */
export interface Refusal {
  readonly status: number;
  readonly domain: string;
  readonly [detail: string]: unknown;
}

/** The answer of `POST /imports`: an import, or the error of a plain route. */
export interface UploadAnswer {
  readonly status: number;
  readonly import?: Sent<typeof importItem>;
  readonly error?: { readonly code: string; readonly requestId: string; readonly [detail: string]: unknown };
}
