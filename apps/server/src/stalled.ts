import { DomainError } from '@lead-credits/core';

/**
 * The same bytes, ended with FILE_UNREADABLE when none come for `timeoutMs`: a sender that stays silent would hold its
 * place for as long as the whole request may take.
 */
export async function* endStalled(
  bytes: AsyncIterable<Uint8Array>,
  timeoutMs: number,
): AsyncGenerator<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(source.next(), timeoutMs);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not waited for: a source that hangs would hang here too.
    source.return?.().catch(() => undefined);
  }
}

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new DomainError('FILE_UNREADABLE', { reason: 'stalled' })),
    timeoutMs,
  );
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
