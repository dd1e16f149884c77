import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { limits } from './limits.ts';
import { wasKilled } from './lock.ts';
import type { Settings } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/** Every address a server of ours may listen on: all of IPv6 and IPv4 together, and this machine alone. */
const HOSTS = ['::', '0.0.0.0', '127.0.0.1'];

/**
 * Throws StartRefused when a port that is going to be used is taken; takes none. Where the start before was killed, its
 * children are about to notice and go: they are waited for.
 */
export async function requireFreePorts(settings: Settings): Promise<void> {
  const until = (await wasKilled(settings.dataDir)) ? Date.now() + limits.orphansTimeoutMs : 0;
  await requireFreePort('PORT', settings.port, until);
  if (settings.hasSandbox) await requireFreePort('SANDBOX_PORT', settings.sandboxPort, until);
}

async function requireFreePort(variable: string, port: number, until: number): Promise<void> {
  for (const host of HOSTS) {
    let code = await tryListen(port, host);
    while (code === 'EADDRINUSE' && Date.now() < until) {
      await sleep(limits.orphansPollMs);
      code = await tryListen(port, host);
    }
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
