import { endChild, ended, forkChild } from './fork-child.ts';
import type { KeptChild } from './keep-running.ts';
import type { Settings } from './settings.ts';
import type { Surroundings } from './surroundings.ts';

/** What the watcher of tooling/build says over its channel. */
interface News {
  readonly target: string;
  readonly outcome: string;
  readonly message: string | undefined;
}

/** Reads a message of the watcher; undefined for anything else. */
export function readNews(message: unknown): News | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('target' in message) || !('outcome' in message)) return undefined;
  const text = 'message' in message ? String(message.message) : undefined;
  return { target: String(message.target), outcome: String(message.outcome), message: text };
}

/** Rebuilds the code whenever it changes and restarts the child that runs or serves it; open pages need a reload. */
export function reloadOnChange(
  around: Surroundings,
  settings: Settings,
  children: { server: KeptChild; sandbox: KeptChild | undefined },
): void {
  const program = around.parts.watch;
  if (program === undefined) return;
  const watcher = forkChild(program, around.root, { ...around.env, DATA_DIR: settings.dataDir });
  const end = ended(watcher);
  around.teardown.add(() => endChild(watcher, end, around.force));
  for (const stream of [watcher.stdout, watcher.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => around.print(text.trimEnd()));
  }
  watcher.on('message', (message) => {
    const news = readNews(message);
    if (news === undefined) return;
    if (news.outcome !== 'changed') around.print(`${news.target} was not built: ${news.message ?? ''}`);
    // The server keeps the site in memory.
    else void restart(around, news.target, news.target === 'sandbox' ? children.sandbox : children.server);
  });
  void end.then(() => {
    if (!around.teardown.isRunning) around.print('The watcher has ended; changes need a new `pnpm dev`.');
  });
}

async function restart(around: Surroundings, name: string, child: KeptChild | undefined): Promise<void> {
  if (child === undefined || around.teardown.isRunning) return;
  around.print(`${name} has changed; restarting`);
  try {
    await child.restart();
  } catch (error) {
    around.print(error instanceof Error ? error.message : String(error));
  }
}
