import { createServer } from 'node:net';
import type { Settings } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/** Every address a server of ours may listen on: all of IPv6 and IPv4 together, and this machine alone. */
const HOSTS = ['::', '0.0.0.0', '127.0.0.1'];

/** Throws StartRefused when a port that is going to be used is taken; takes none. */
export async function requireFreePorts(settings: Settings): Promise<void> {
  await requireFreePort('PORT', settings.port);
  if (settings.hasSandbox) await requireFreePort('SANDBOX_PORT', settings.sandboxPort);
}

async function requireFreePort(variable: string, port: number): Promise<void> {
  for (const host of HOSTS) {
    const code = await tryListen(port, host);
    if (code === 'EADDRINUSE') {
      throw new StartRefused(
        `Port ${port} is already in use: stop what uses it, or set ${variable} to another one (${variable}=${suggest(port)}).`,
      );
    }
    if (code === 'EACCES') {
      throw new StartRefused(`Port ${port} may not be used by this user: set ${variable} to one above 1023.`);
    }
  }
}

/** The code of the error that listening gives; undefined when it works. A machine without IPv6 has other codes. */
function tryListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

function suggest(port: number): number {
  return port + 100 <= 65_535 ? port + 100 : port - 100;
}
