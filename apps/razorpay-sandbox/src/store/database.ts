import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { z } from 'zod';

const SCHEMA = `
CREATE TABLE IF NOT EXISTS orders (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, receipt TEXT, created_at INTEGER NOT NULL,
  is_manual_capture INTEGER NOT NULL, entity TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS orders_by_receipt ON orders (receipt);
CREATE TABLE IF NOT EXISTS payments (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, order_id TEXT NOT NULL, created_at INTEGER NOT NULL,
  entity TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS payments_by_order ON payments (order_id);
CREATE TABLE IF NOT EXISTS refunds (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, payment_id TEXT NOT NULL, entity TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS events (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, order_id TEXT NOT NULL, body BLOB NOT NULL, signature TEXT NOT NULL,
  state TEXT NOT NULL, round INTEGER NOT NULL, copies INTEGER NOT NULL, rounds_max INTEGER,
  created_ms INTEGER NOT NULL, due_ms INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS events_due ON events (due_ms) WHERE state = 'pending';
CREATE TABLE IF NOT EXISTS deliveries (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, event_id TEXT NOT NULL, url TEXT NOT NULL,
  attempt INTEGER NOT NULL, status INTEGER, error TEXT, at_ms INTEGER NOT NULL, took_ms INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS deliveries_by_event ON deliveries (event_id);
CREATE TABLE IF NOT EXISTS stages (
  seq INTEGER PRIMARY KEY, payment_id TEXT NOT NULL, scenario TEXT NOT NULL, stage INTEGER NOT NULL,
  due_ms INTEGER NOT NULL);
`;

/** One SQLite file. Values come out through schemas only, so that no row is trusted by its type. */
export class Database {
  readonly #db: DatabaseSync;

  /** Opens the file, making folder and tables where they are missing. */
  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.#db = new DatabaseSync(path.join(directory, 'state.sqlite'));
    // WAL with NORMAL: what was committed survives the process, which is what can be killed here.
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
    this.#db.exec(SCHEMA);
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#db.prepare(sql).run(...values);
  }

  rows<Row>(schema: z.ZodType<Row>, sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#db
      .prepare(sql)
      .all(...values)
      .map((row) => schema.parse(row));
  }

  /** Runs `change` in one transaction; does not nest. */
  atomically<Result>(change: () => Result): Result {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = change();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }
}
