import { EmbeddedPostgresError } from '../../packages/db/src/embedded/index.ts';
import type { Parts } from './parts.ts';
import type { Environment } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import { listenForStop } from './stop-request.ts';
import { supervise } from './supervise.ts';
import { createTeardown } from './teardown.ts';

/**
 * Starts everything, waits until somebody wants it stopped or it gives up, stops everything, and answers the exit
 * code: 0 after a wish, 1 after a failure, whose sentence stands on standard error.
 */
export async function start(options: {
  root: string;
  env: Environment;
  args: readonly string[];
  parts: Parts;
}): Promise<number> {
  // A closed terminal or pipe must not keep the rest from being stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const stop = listenForStop();
  const teardown = createTeardown((error) => console.error('while stopping:', error));
  const supervising = supervise({
    ...options,
    teardown,
    force: stop.force,
    print: (line) => console.log(line),
  });
  // After a stop has begun, what is under way fails; nobody needs to hear of that.
  supervising.catch(() => undefined);
  try {
    const reason = await Promise.race([supervising, stop.requested]);
    console.log(`\nStopping (${reason})`);
    await teardown.run();
    console.log('Stopped');
    return 0;
  } catch (error) {
    const isExpected = error instanceof StartRefused || error instanceof EmbeddedPostgresError;
    console.error(isExpected ? error.message : error);
    await teardown.run();
    return 1;
  }
}
