import { describe, expect, it } from 'vitest';
import { readPlainError } from '../../app-error.ts';
import { sendFailure } from './send-failure.ts';

const refused = (error: Record<string, unknown>) =>
  sendFailure({ kind: 'refused', error: readPlainError({ error }) });

describe('sendFailure', () => {
  it('finds nothing wrong with what went in, or was stopped', () => {
    expect(sendFailure({ kind: 'accepted', importId: 'imp_1' })).toBeNull();
    expect(sendFailure({ kind: 'stopped' })).toBeNull();
  });

  it('opens the modal for too few credits', () => {
    const failure = refused({
      code: 'INSUFFICIENT_CREDITS',
      available: 0,
      required: 4,
      shortage: 4,
      held: [],
    });
    expect(failure).toEqual({
      kind: 'shortage',
      shortage: { available: 0, required: 4, shortage: 4, held: [] },
    });
  });

  it('does not open a modal without numbers', () => {
    expect(refused({ code: 'INSUFFICIENT_CREDITS' })?.kind).toBe('error');
  });

  it.each(['FILE_TOO_LARGE', 'UNSUPPORTED_FILE', 'FILE_TOO_LARGE_UNPACKED', 'FILE_UNREADABLE'])(
    'says %s at the file, with its details',
    (code) => {
      const failure = refused({ code, reason: 'unclosed_quote', line: 3, requestId: 'req_1' });
      expect(failure).toMatchObject({
        kind: 'file',
        error: { code, requestId: 'req_1', details: { reason: 'unclosed_quote', line: 3 } },
      });
    },
  );

  it.each(['FORBIDDEN', 'RATE_LIMITED', 'INTERNAL', 'IDEMPOTENCY_KEY_REUSED', 'SOMETHING_NEW'])(
    'says %s beside the button',
    (code) => {
      expect(refused({ code })?.kind).toBe('error');
    },
  );

  it('keeps whether all was sent when the connection broke', () => {
    expect(sendFailure({ kind: 'dropped', sentAll: true })).toEqual({ kind: 'dropped', sentAll: true });
  });
});
