import type { AppContext } from './app-env.ts';

/** Answers that never end by themselves: a server that stops has to cut them, and their pages connect elsewhere. */
export type OpenStreams = { keep(c: AppContext): void; cut(): void };

export function createOpenStreams(): OpenStreams {
  const open = new Set<{ destroy(): unknown }>();
  return {
    keep: (c) => {
      const outgoing = c.env?.outgoing;
      if (!outgoing || outgoing.destroyed) return;
      open.add(outgoing);
      outgoing.once('close', () => open.delete(outgoing));
    },
    cut: () => {
      for (const stream of open) stream.destroy();
    },
  };
}
