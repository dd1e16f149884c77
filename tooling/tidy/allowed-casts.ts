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
];
