import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requireFreePorts } from './ports.ts';
import { readSettings, type Settings } from './settings.ts';

let dataDir: string;
/** The id of a process that has ended. */
const gone = spawnSync(process.execPath, ['--version']).pid;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lead-credits-ports-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

async function listen(): Promise<{ server: Server; settings: Settings }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const env = { PORT: String(port), DATA_DIR: dataDir, RAZORPAY_BASE_URL: 'http://127.0.0.1:1' };
  return { server, settings: readSettings(env, [], '/') };
}

describe('a port that is taken', () => {
  it('is refused at once, also where the start before is alive', async () => {
    const { server, settings } = await listen();
    for (const pid of [undefined, process.pid]) {
      if (pid) await writeFile(join(dataDir, 'start.json'), JSON.stringify({ pid }));
      const startedAt = Date.now();
      await expect(requireFreePorts(settings)).rejects.toThrow(`Port ${settings.port} is already in use`);
      expect(Date.now() - startedAt).toBeLessThan(1_000);
    }
    server.close();
  });

  it('is waited for where the start before was killed: its children let go of it', async () => {
    await writeFile(join(dataDir, 'start.json'), JSON.stringify({ pid: gone }));
    const { server, settings } = await listen();
    setTimeout(() => server.close(), 300);
    await expect(requireFreePorts(settings)).resolves.toBeUndefined();
    expect(server.listening).toBe(false);
  });
});
