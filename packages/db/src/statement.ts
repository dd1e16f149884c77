/**
 * SQL as a value: text with $1…, the values, and a name under which drivers keep it prepared. Money moves only
 * through these; Drizzle is for schema, reads and everything that is not hot (its execute runs at 0.75–0.80 of the
 * driver).
 */
export type SqlValue =
  | string
  | number
  | boolean
  | Date
  | null
  | Uint8Array
  | readonly string[]
  | readonly number[];

export type Statement<Row> = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly SqlValue[];
  /** Phantom: what a row looks like. Never set. */
  readonly row?: Row;
};

/** The one-method port both drivers implement. */
export type Runner = { run<Row>(statement: Statement<Row>): Promise<Row[]> };

/** Drivers give untyped rows; a statement says beside its text what they look like. The only place that trusts it. */
export function trustRows<Row>(rows: readonly unknown[]): Row[] {
  return rows as Row[];
}

/** Both drivers would send a Date in the process's zone or not at all; ISO text with a zone means one instant. */
export function toDriver(value: SqlValue): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/** Timestamps come back as text (Drizzle turns the drivers' own parsing off). */
export function toDate(text: string): Date {
  return new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
}
