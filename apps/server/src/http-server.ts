import { once } from 'node:events';
import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';
import type { Env } from './env.ts';
import { limits } from './limits.ts';
import type { OpenStreams } from './open-streams.ts';
import { StartRefused } from './start-refused.ts';

const IDLE_CHECK_MS = 50;

export type Listening = { readonly server: Server; readonly port: number };

/** Gives the application a socket. Node's own limits are set, because its defaults let a slow client stay 5 minutes. */
export async function listen(
  hono: Hono<AppEnv>,
  { host, port }: Pick<Env, 'host' | 'port'>,
): Promise<Listening> {
  const answer = getRequestListener((request, { incoming, outgoing }) =>
    hono.fetch(request, {
      ...(incoming instanceof IncomingMessage ? { incoming } : {}),
      ...(outgoing instanceof ServerResponse ? { outgoing } : {}),
    }),
  );
  const server = createServer(
    {
      headersTimeout: limits.headersTimeoutMs,
      requestTimeout: limits.requestTimeoutMs,
      keepAliveTimeout: limits.keepAliveTimeoutMs,
      maxHeaderSize: limits.headerBytes,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw portProblem(error, port);
  }
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : port };
}

function portProblem(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new StartRefused(`Port ${port} is already in use: stop what uses it, or set PORT to another one.`);
  }
  if (code === 'EACCES') {
    return new StartRefused(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
  }
  return error;
}

/** Takes no new requests, cuts the endless ones, and gives the others their time. */
export async function drain(server: Server, streams: OpenStreams): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  streams.cut();
  // A connection whose last request ends from now on would stay open for the next one, which never comes.
  const idle = setInterval(() => server.closeIdleConnections(), IDLE_CHECK_MS);
  const late = setTimeout(() => server.closeAllConnections(), limits.drainTimeoutMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
