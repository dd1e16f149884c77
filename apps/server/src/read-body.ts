import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '@lead-credits/core';
import { limits } from './limits.ts';

/** Reads a body whole, up to a cap that counts bytes as they come: Content-Length is only a promise. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
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
 * The bytes of a body as they arrive; none where there is no body. When whoever reads stops in the middle, the rest is
 * read and dropped: cancelling would cut the connection at once, and with it the answer that says why.
 */
export async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  let isOver = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      isOver = done;
      if (done) return;
      yield value;
    }
  } finally {
    if (!isOver) await drop(reader);
    reader.releaseLock();
  }
}

/** Reads on without keeping, for a while; what still comes then is cut off behind the answer. */
async function drop(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const over = sleep(limits.dropMs, undefined, { ref: false });
  for (let size = 0; size < limits.dropBytes; ) {
    // A sender that hangs up has ended it too.
    const next = await Promise.race([reader.read(), over]).catch(() => undefined);
    if (!next || next.done) return;
    size += next.value.length;
  }
}

/**
 * Refuses at once what says that it is too large. Before anything touches the body: only one that nobody has begun to
 * read is drained behind the answer, so that the connection can carry the next request.
 */
export function refuseLarge(request: Request, maxBytes: number): void {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
}

function tooLarge(maxBytes: number): DomainError {
  return new DomainError('FILE_TOO_LARGE', {
    limitBytes: maxBytes,
    limitMegabytes: Math.round(maxBytes / 10_000) / 100,
  });
}
