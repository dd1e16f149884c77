import type { Answers, Refusal, UploadAnswer } from './answers.ts';
import type { DemoUser } from './product.ts';

/** A lead file on its way. */
export interface Upload {
  readonly projectId: string;
  readonly processId: string;
  readonly file: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** Answer at the end of the import instead of at its reservation. Default true. */
  readonly wait?: boolean;
  readonly initialize?: boolean;
  readonly key?: string;
  /** As it stands in the header: percent-encoded by whoever sends it. */
  readonly fileName?: string;
  readonly contentType?: string;
}

/** Somebody who talks to the product over plain HTTP: a person with a session, a service with a key, or nobody. */
export interface Caller {
  /** A request with this caller's cookie or key. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>;
  /** A tRPC query; rejects unless it succeeds. */
  readonly query: <Path extends keyof Answers>(path: Path, input: object) => Promise<Answers[Path]>;
  /** A tRPC mutation; rejects unless it succeeds. */
  readonly mutate: <Path extends keyof Answers>(path: Path, input: object) => Promise<Answers[Path]>;
  /** A tRPC call that is refused; rejects when it succeeds. */
  readonly refused: (kind: 'query' | 'mutation', path: string, input: object) => Promise<Refusal>;
  readonly upload: (upload: Upload) => Promise<UploadAnswer>;
}

interface Reachable {
  readonly url: string;
}

/** Signs a person of the demo in, as the sign-in page does. */
export async function signIn(
  product: Reachable & {
    readonly demo: { readonly users: Readonly<Record<DemoUser, { email: string; password: string }>> };
  },
  user: DemoUser,
): Promise<Caller> {
  const response = await fetch(`${product.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(product.demo.users[user]),
  });
  if (!response.ok) throw new Error(`${user} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return caller(product, { cookie });
}

/** A service with an API key. */
export const withKey = (product: Reachable, apiKey: string): Caller =>
  caller(product, { authorization: `Bearer ${apiKey}` });

/** Somebody with neither. */
export const nobody = (product: Reachable): Caller => caller(product, {});

function caller({ url }: Reachable, credentials: Record<string, string>): Caller {
  const send: Caller['send'] = (path, init = {}) => {
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(credentials)) headers.set(name, value);
    return fetch(`${url}${path}`, { ...init, headers });
  };
  const call = (kind: 'query' | 'mutation', path: string, input: object): Promise<Response> => {
    const text = JSON.stringify(input);
    if (kind === 'query') return send(`/trpc/${path}?input=${encodeURIComponent(text)}`);
    return send(`/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: text,
    });
  };
  return {
    send,
    query: async (path, input) => succeeded(path, await call('query', path, input)),
    mutate: async (path, input) => succeeded(path, await call('mutation', path, input)),
    refused: async (kind, path, input) => failed(path, await call(kind, path, input)),
    upload: (upload) => sendFile(send, upload),
  };
}

async function succeeded<Answer>(path: string, response: Response): Promise<Answer> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  const { result }: { result: { data: Answer } } = JSON.parse(text);
  return result.data;
}

async function failed(path: string, response: Response): Promise<Refusal> {
  const text = await response.text();
  if (response.ok) throw new Error(`${path} was not refused: ${text}`);
  const { error }: { error: { data: Refusal } } = JSON.parse(text);
  return { ...error.data, status: response.status };
}

async function sendFile(send: Caller['send'], upload: Upload): Promise<UploadAnswer> {
  const { projectId, processId, file, wait = true, initialize = true } = upload;
  const query = new URLSearchParams({
    projectId,
    processId,
    initialize: String(initialize),
    wait: String(wait),
  });
  const init: RequestInit & { duplex?: 'half' } = {
    method: 'POST',
    headers: {
      'content-type': upload.contentType ?? 'text/csv',
      'x-file-name': upload.fileName ?? 'leads.csv',
      ...(upload.key ? { 'idempotency-key': upload.key } : {}),
    },
    body: file,
    ...(file instanceof ReadableStream ? { duplex: 'half' } : {}),
  };
  const response = await send(`/imports?${query}`, init);
  const body: Omit<UploadAnswer, 'status'> = JSON.parse(await response.text());
  return { ...body, status: response.status };
}
