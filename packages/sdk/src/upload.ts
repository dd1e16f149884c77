import type { importItem } from '@lead-credits/contract';
import { errorFrom, LeadCreditsError } from './errors.ts';

export type UploadedImport = (typeof importItem)['_zod']['output'];

export type UploadLeads = {
  projectId: string;
  processId: string;
  /** The bytes of a CSV file: a Blob or File, bytes, text, or a stream of bytes, which is never held whole. */
  file: Blob | Uint8Array<ArrayBuffer> | string | ReadableStream<Uint8Array>;
  fileName: string;
  /** Default true; false uploads without starting outreach. Both consume the credit. */
  initialize?: boolean;
  /** The same key with the same bytes is the same import, charged once. */
  key: string;
  signal?: AbortSignal;
};

type Connection = { url: string; apiKey: string; fetch: typeof fetch };

/** `duplex` is required for a streamed request body and missing in the DOM's types. */
type StreamingRequest = RequestInit & { duplex?: 'half' };

/** Uploads a lead file and waits for its end (the server for up to a minute). See `LeadCredits.uploadLeads`. */
export async function uploadLeads(connection: Connection, input: UploadLeads): Promise<UploadedImport> {
  const query = new URLSearchParams({
    projectId: input.projectId,
    processId: input.processId,
    initialize: String(input.initialize ?? true),
    wait: 'true',
  });
  const request: StreamingRequest = {
    method: 'POST',
    headers: {
      authorization: `Bearer ${connection.apiKey}`,
      'content-type': 'text/csv',
      'x-file-name': encodeURIComponent(input.fileName),
      'idempotency-key': input.key,
    },
    body: input.file,
    ...(input.file instanceof ReadableStream ? { duplex: 'half' } : {}),
    ...(input.signal ? { signal: input.signal } : {}),
  };
  const response = await connection
    .fetch(`${connection.url}/imports?${query}`, request)
    .catch((error: unknown) => {
      throw new LeadCreditsError('UNREACHABLE', String(error));
    });
  const body: unknown = await response.json().catch(() => undefined);
  const found =
    typeof body === 'object' && body !== null ? new Map<string, unknown>(Object.entries(body)) : new Map();
  if (!response.ok) throw errorFrom(found.get('error'), response.status, `HTTP ${response.status}`);
  if (!found.has('import')) throw new LeadCreditsError('UNREACHABLE', 'the answer holds no import');
  return trustImport(found.get('import'));
}

/** The server's answer is encoded by its own schema. */
function trustImport(value: unknown): UploadedImport {
  return value as UploadedImport;
}
