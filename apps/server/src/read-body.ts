import { DomainError } from '@lead-credits/core';

/** Reads a body whole, up to a cap that counts bytes as they come: Content-Length is only a promise. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  refuseLarge(request, maxBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytesOf(request)) {
    size += part.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/**
 * The bytes of a body as they arrive; none where there is no body. Whoever stops in the middle leaves the rest unread:
 * cancelling would cut the connection at once, and with it the answer that says why.
 */
export async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body) yield* request.body.values({ preventCancel: true });
}

/**
 * Refuses at once what says that it is too large. Before anything touches the body: only one that nobody has begun to
 * read is drained behind the answer, so that the connection can carry the next request.
 */
export function refuseLarge(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

/** FILE_TOO_LARGE with its limit. */
export function tooLarge(maxBytes: number): DomainError {
  return new DomainError('FILE_TOO_LARGE', {
    limitBytes: maxBytes,
    limitMegabytes: Math.round(maxBytes / 10_000) / 100,
  });
}
