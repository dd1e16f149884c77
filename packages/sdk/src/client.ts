import type {
  captureInput,
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
  overviewInput,
  overviewOutput,
  processesInput,
  processesOutput,
  releaseInput,
  reserveInput,
  reserveOutput,
  settleOutput,
} from '@lead-credits/contract';
import { createTRPCUntypedClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { errorFrom, LeadCreditsError } from './errors.ts';
import { type UploadedImport, type UploadLeads, uploadLeads } from './upload.ts';

/** A zod schema as far as its types go; the schemas themselves stay on the server. */
type Schema = { _zod: { input: unknown; output: unknown } };
type Call<I extends Schema, O extends Schema> = (input: I['_zod']['input']) => Promise<O['_zod']['output']>;

/** Everything an API key can do. Inputs and answers are those of the server's own contract. */
export type LeadCredits = {
  credits: {
    overview: Call<typeof overviewInput, typeof overviewOutput>;
    /** Sets credits aside until captured, released or expired. Too few: InsufficientCreditsError. */
    reserve: Call<typeof reserveInput, typeof reserveOutput>;
    capture: Call<typeof captureInput, typeof settleOutput>;
    release: Call<typeof releaseInput, typeof settleOutput>;
  };
  leads: {
    processes: Call<typeof processesInput, typeof processesOutput>;
    list: Call<typeof leadsInput, typeof leadsOutput>;
    imports: Call<typeof importsInput, typeof importsOutput>;
    import: Call<typeof importInput, typeof importOutput>;
    /** Takes one lead for one credit; a duplicate answers `duplicate` and is free. */
    create: Call<typeof createLeadInput, typeof createLeadOutput>;
    initialize: Call<typeof initializeInput, typeof initializeOutput>;
  };
  /** Streams a lead file; answers when the import ended, or after a minute while it still runs. */
  uploadLeads(input: UploadLeads): Promise<UploadedImport>;
};

export type ClientOptions = {
  /** Where the product answers, for example https://credits.example.in */
  url: string;
  apiKey: string;
  /** For one request, uploads apart. Default 30,000. */
  timeoutMs?: number;
  /** Default: the global fetch. */
  fetch?: typeof fetch;
};

const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * A client for one API key. Every rejection is a LeadCreditsError; without an answer its code is UNREACHABLE and nothing
 * may be assumed: repeat the call with the same key, which never has a second effect.
 */
export function createClient(options: ClientOptions): LeadCredits {
  const url = options.url.replace(/\/+$/, '');
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const trpc = createTRPCUntypedClient({
    links: [
      httpBatchLink({
        url: `${url}/trpc`,
        maxItems: 10,
        headers: { authorization: `Bearer ${options.apiKey}` },
        ...(options.fetch ? { fetch: options.fetch } : {}),
      }),
    ],
  });
  const query = <I extends Schema, O extends Schema>(path: string): Call<I, O> =>
    answering((input) => trpc.query(path, input, { signal: AbortSignal.timeout(timeoutMs) }));
  const mutate = <I extends Schema, O extends Schema>(path: string): Call<I, O> =>
    answering((input) => trpc.mutation(path, input, { signal: AbortSignal.timeout(timeoutMs) }));
  return {
    credits: {
      overview: query('credits.overview'),
      reserve: mutate('credits.reserve'),
      capture: mutate('credits.capture'),
      release: mutate('credits.release'),
    },
    leads: {
      processes: query('leads.processes'),
      list: query('leads.list'),
      imports: query('leads.imports'),
      import: query('leads.import'),
      create: mutate('leads.create'),
      initialize: mutate('leads.initialize'),
    },
    uploadLeads: (input) =>
      uploadLeads({ url, apiKey: options.apiKey, fetch: options.fetch ?? fetch }, input),
  };
}

/** The server's answer has the shape of its output schema; the type comes from that schema, not from a check here. */
function trustAnswer<T>(answer: unknown): T {
  return answer as T;
}

function answering<I extends Schema, O extends Schema>(
  send: (input: unknown) => Promise<unknown>,
): Call<I, O> {
  return async (input) => {
    try {
      return trustAnswer<O['_zod']['output']>(await send(input));
    } catch (error) {
      throw toSdkError(error);
    }
  };
}

function toSdkError(error: unknown): LeadCreditsError {
  if (!(error instanceof TRPCClientError)) return new LeadCreditsError('UNREACHABLE', String(error));
  const { data } = error;
  const status =
    typeof data === 'object' && data !== null && 'httpStatus' in data ? Number(data.httpStatus) : 0;
  return errorFrom({ ...Object(data), message: error.message }, status, error.message);
}
