import { type AppError, readPlainError } from '../../app-error.ts';

export type SendFile = {
  projectId: string;
  processId: string;
  initialize: boolean;
  file: File;
  /** One per chosen file and settings: the same key never uploads or charges twice. */
  key: string;
};

export type SendResult =
  /** The credits are reserved and the import runs. */
  | { kind: 'accepted'; importId: string }
  | { kind: 'refused'; error: AppError }
  /** No answer. While not all was sent the server cannot have taken it; afterwards only a retry tells. */
  | { kind: 'dropped'; sentAll: boolean }
  /** The file on the disk is not the one that was chosen. */
  | { kind: 'changed' }
  | { kind: 'stopped' };

type SendOptions = { onProgress: (sentBytes: number, totalBytes: number) => void; signal: AbortSignal };

/**
 * Sends a lead file as it is: `POST /imports`, the bytes as the body. XMLHttpRequest, because fetch tells nothing of what
 * was sent. Never rejects: what went wrong is a value. Sending again with the same key goes on with the same import.
 */
export async function sendFile(input: SendFile, options: SendOptions): Promise<SendResult> {
  const result = await post(input, options);
  if (result.kind === 'dropped' && !(await isReadable(input.file))) return { kind: 'changed' };
  return result;
}

function post(input: SendFile, { onProgress, signal }: SendOptions): Promise<SendResult> {
  const { projectId, processId, initialize, file, key } = input;
  const query = new URLSearchParams({ projectId, processId, initialize: String(initialize) });
  const request = new XMLHttpRequest();
  request.open('POST', `/imports?${query}`);
  request.setRequestHeader('Content-Type', file.type || 'text/csv');
  request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()));
  request.setRequestHeader('Idempotency-Key', key);
  return new Promise((resolve) => {
    let sentAll = false;
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.upload.addEventListener('load', () => {
      sentAll = true;
      onProgress(file.size, file.size);
    });
    request.addEventListener('load', () => resolve(readAnswer(request)));
    request.addEventListener('error', () => resolve({ kind: 'dropped', sentAll }));
    request.addEventListener('abort', () => resolve({ kind: 'stopped' }));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function readAnswer({ status, responseText }: XMLHttpRequest): SendResult {
  const body = parsed(responseText);
  const importId = status >= 200 && status < 300 ? importIdIn(body) : undefined;
  if (importId) return { kind: 'accepted', importId };
  // A proxy's own page says nothing about what the server behind it did.
  if (status >= 500 && body === undefined) return { kind: 'dropped', sentAll: true };
  return { kind: 'refused', error: readPlainError(body) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function importIdIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('import' in body)) return undefined;
  const item = body.import;
  if (typeof item !== 'object' || item === null || !('id' in item)) return undefined;
  return typeof item.id === 'string' ? item.id : undefined;
}

/** Browsers refuse to read a file that was changed, moved or deleted after it was chosen. */
async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
