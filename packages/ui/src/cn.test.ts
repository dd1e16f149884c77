import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTailwindMerge, extendTailwindMerge } from 'tailwind-merge';
import { describe, expect, it } from 'vitest';
import { classConfig } from './class-groups.ts';
import { cn } from './cn.ts';

/** tailwind-merge as it comes, told our own token names; `text-balance` is our size, not Tailwind's way to wrap. */
const whole = extendTailwindMerge({
  cacheSize: 0,
  override: { classGroups: { 'text-wrap': [] } },
  extend: {
    theme: {
      text: ['meta', 'dense', 'body', 'section', 'title', 'stat', 'balance'],
      radius: ['badge', 'control', 'card', 'modal'],
      shadow: ['menu', 'modal'],
      animate: [(name: string) => !name.startsWith('[')],
      container: ['form', 'reading', 'page', 'wizard'],
    },
    classGroups: {
      z: [
        { z: ['popover', 'top-bar', 'top-bar-menu', 'side-scrim', 'side', 'modal-scrim', 'modal', 'toast'] },
      ],
    },
  },
});
const ours = createTailwindMerge(() => ({ ...classConfig(), cacheSize: 0 }));

const root = new URL('../../../', import.meta.url).pathname;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx') && !name.includes('gallery'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** `touch:hover:-mt-[2px]` → `mt-[2px]`: the variant and the sign decide nothing about the kind. */
function utilityOf(token: string): string {
  const bare = token.replace(/^(?:[^:[\]()]|\[[^\]]*\]|\([^)]*\))*:(?=[^:]+$)/, '');
  return bare.replace(/^-/, '');
}

/** Every word of every string that could be a class, one for each step of the same scale. */
function utilitiesInUse(): string[] {
  const words = [...sources('packages/ui/src'), ...sources('apps/web/src')]
    .flatMap((source) => source.match(/'[^'\n]*'|"[^"\n]*"/g) ?? [])
    .flatMap((text) => text.slice(1, -1).split(/\s+/))
    .filter((word) => /^[@a-z-][\w@:[\]()./%#,_*&>+~=-]*$/.test(word));
  const byShape = new Map(
    words.map((word) => [utilityOf(word).replace(/-\d+(?:\.\d+)?$/, '-#'), utilityOf(word)]),
  );
  return [...byShape.values()];
}

describe('cn', () => {
  it('lets a later class of the same kind win, and nothing else', () => {
    expect(cn('px-4 text-body text-muted', 'p-2 text-ink', false && 'hidden')).toBe('text-body p-2 text-ink');
    expect(cn('h-8 w-8', 'touch:h-11', 'size-4')).toBe('touch:h-11 size-4');
    expect(cn('rounded-control', 'rounded-full')).toBe('rounded-full');
  });

  it('merges every pair of classes in use as tailwind-merge itself would', () => {
    const utilities = utilitiesInUse();
    expect(utilities.length).toBeGreaterThan(200);
    // What the whole table does not know is no class: words, ids, names of layers.
    const known = utilities.filter(
      (utility) => !utility.startsWith('@') && whole(`${utility} ${utility}`) === utility,
    );
    const wrong = known.flatMap((first) =>
      known
        .map((second) => `${first} ${second}`)
        .filter((pair) => ours(pair) !== whole(pair))
        .map((pair) => `${pair} → "${ours(pair)}" instead of "${whole(pair)}"`),
    );
    expect(wrong).toEqual([]);
  });
});
