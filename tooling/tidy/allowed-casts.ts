/** A cast that is really needed: it stands in one function whose name and comment say why. */
export interface AllowedCast {
  readonly path: string;
  /** The function that holds the cast. */
  readonly helper: string;
  readonly reason: string;
}

export const allowedCasts: readonly AllowedCast[] = [
  {
    path: 'packages/db/src/statement.ts',
    helper: 'trustRows',
    reason: 'drivers give untyped rows; a statement says beside its text what they look like',
  },
  {
    path: 'packages/db/src/client.ts',
    helper: 'clientOf',
    reason: 'Drizzle keeps the driver it runs on untyped on its session',
  },
  {
    path: 'packages/db/src/client.ts',
    helper: 'trustValues',
    reason: 'postgres.js has no exported name for the values it takes',
  },
  {
    path: 'packages/sdk/src/client.ts',
    helper: 'trustAnswer',
    reason: "the untyped tRPC client answers unknown; the type is that of the server's output schema",
  },
  {
    path: 'packages/sdk/src/upload.ts',
    helper: 'trustImport',
    reason: 'a plain route answers JSON that the server encoded by its schema',
  },
];
