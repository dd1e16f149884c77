import { initTRPC } from '@trpc/server';
import type { ApiContext } from './context.ts';
import { publicError } from './errors.ts';

const t = initTRPC.context<ApiContext>().create({
  errorFormatter({ shape, error, ctx }) {
    const { code, status, message, details } = publicError(error);
    return {
      ...shape,
      message,
      data: {
        httpStatus: status,
        domain: code,
        ...details,
        path: shape.data.path,
        requestId: ctx?.ctx.requestId,
      },
    };
  },
  sse: {
    maxDurationMs: 30 * 60_000,
    ping: { enabled: true, intervalMs: 15_000 },
    client: { reconnectAfterInactivityMs: 45_000 },
  },
});

export const router = t.router;
/** Every procedure names its input and output schema; authorisation is the first line of each verb. */
export const procedure = t.procedure;
