/** One program or site that `pnpm build` makes, in the `dist` folder of its app. */
export interface Target {
  readonly name: TargetName;
  /** Its app, from the root of the repository. */
  readonly app: string;
  /** `site`: by the app's own vite.config.ts. `program`: one file for Node, with everything it imports inside. */
  readonly kind: 'site' | 'program';
  /** Programs: the file under `dist` by its source. A worker thread is an entry of its own, and lies beside `main.js`. */
  readonly entries: Readonly<Record<string, string>>;
  /** What is read at run time: copied to `dist/<key>`, found beside the bundle by `import.meta.url`. */
  readonly copies: Readonly<Record<string, string>>;
}

/** The things that are built. */
export type TargetName = 'web' | 'server' | 'sandbox';

const NOTO_SANS = 'packages/documents/node_modules/@expo-google-fonts/noto-sans';

/** Everything that `pnpm start` needs built; paths from the root of the repository. */
export const targets: readonly Target[] = [
  { name: 'web', app: 'apps/web', kind: 'site', entries: {}, copies: {} },
  {
    name: 'server',
    app: 'apps/server',
    kind: 'program',
    entries: {
      main: 'apps/server/src/main.ts',
      'render-worker': 'packages/documents/src/render-worker.ts',
    },
    copies: {
      drizzle: 'packages/db/drizzle',
      'fonts/400Regular': `${NOTO_SANS}/400Regular`,
      'fonts/600SemiBold': `${NOTO_SANS}/600SemiBold`,
    },
  },
  {
    name: 'sandbox',
    app: 'apps/razorpay-sandbox',
    kind: 'program',
    entries: { main: 'apps/razorpay-sandbox/src/main.ts' },
    // Its pages are read from `../public/`, which is the same folder from `src` and from `dist`.
    copies: {},
  },
];
