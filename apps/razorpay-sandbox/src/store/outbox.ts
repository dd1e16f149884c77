import { z } from 'zod';
import type { Database } from './database.ts';

/** An event with the exact bytes and signature of every delivery of it. */
const eventRow = z.object({
  id: z.string(),
  name: z.string(),
  order_id: z.string(),
  body: z.instanceof(Uint8Array),
  signature: z.string(),
  state: z.enum(['pending', 'delivered', 'abandoned']),
  /** Finished rounds; the first one may send several copies at once. */
  round: z.int(),
  copies: z.int(),
  rounds_max: z.int().nullable(),
  created_ms: z.int(),
  due_ms: z.int(),
});
export type EventRow = z.infer<typeof eventRow>;

/** One attempt to deliver an event; `status` is null when there was no answer, then `error` says why. */
const deliveryRow = z.object({
  id: z.string(),
  event_id: z.string(),
  name: z.string(),
  order_id: z.string(),
  url: z.string(),
  attempt: z.int(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  at_ms: z.int(),
  took_ms: z.int(),
  body_bytes: z.int(),
});
export type DeliveryRow = z.infer<typeof deliveryRow>;
export type NewDelivery = Omit<DeliveryRow, 'attempt' | 'name' | 'order_id' | 'body_bytes'>;

/** What a scenario still has to do with a payment. */
const stageRow = z.object({
  seq: z.int(),
  payment_id: z.string(),
  scenario: z.string(),
  stage: z.int(),
  due_ms: z.int(),
});
export type StageRow = z.infer<typeof stageRow>;

const DELIVERIES = `SELECT d.id, d.event_id, e.name, e.order_id, d.url, d.attempt, d.status, d.error, d.at_ms,
  d.took_ms, length(e.body) AS body_bytes FROM deliveries d JOIN events e ON e.id = d.event_id`;

/** Events to deliver, the record of every attempt, and the stages still to come. */
export class Outbox {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  insertEvent(event: EventRow): void {
    this.#db.run(
      `INSERT INTO events (id, name, order_id, body, signature, state, round, copies, rounds_max, created_ms, due_ms)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      event.id,
      event.name,
      event.order_id,
      event.body,
      event.signature,
      event.state,
      event.round,
      event.copies,
      event.rounds_max,
      event.created_ms,
      event.due_ms,
    );
  }

  event(id: string): EventRow | undefined {
    return this.#db.rows(eventRow, 'SELECT * FROM events WHERE id = ?', id)[0];
  }

  /** Pending events, those due first at the front. */
  pendingEvents(limit: number): EventRow[] {
    return this.#db.rows(
      eventRow,
      `SELECT * FROM events WHERE state = 'pending' ORDER BY due_ms, rowid LIMIT ?`,
      limit,
    );
  }

  finishRound(eventId: string, state: EventRow['state'], dueMs: number): void {
    this.#db.run(
      'UPDATE events SET state = ?, round = round + 1, due_ms = ? WHERE id = ?',
      state,
      dueMs,
      eventId,
    );
  }

  insertDelivery(delivery: NewDelivery): void {
    this.#db.run(
      `INSERT INTO deliveries (id, event_id, url, attempt, status, error, at_ms, took_ms)
       SELECT ?1, ?2, ?3, (SELECT count(*) + 1 FROM deliveries WHERE event_id = ?2), ?4, ?5, ?6, ?7`,
      delivery.id,
      delivery.event_id,
      delivery.url,
      delivery.status,
      delivery.error,
      delivery.at_ms,
      delivery.took_ms,
    );
  }

  delivery(id: string): DeliveryRow | undefined {
    return this.#db.rows(deliveryRow, `${DELIVERIES} WHERE d.id = ?`, id)[0];
  }

  /** Newest first. */
  deliveries(filter: { orderId?: string; count: number }): DeliveryRow[] {
    return this.#db.rows(
      deliveryRow,
      `${DELIVERIES} WHERE (?1 IS NULL OR e.order_id = ?1) ORDER BY d.seq DESC LIMIT ?2`,
      filter.orderId ?? null,
      filter.count,
    );
  }

  /** Forgets attempts, and events that need none any more, from before `beforeMs`. */
  forget(beforeMs: number): void {
    this.#db.run('DELETE FROM deliveries WHERE at_ms < ?', beforeMs);
    this.#db.run(`DELETE FROM events WHERE state <> 'pending' AND created_ms < ?`, beforeMs);
  }

  insertStage(stage: Omit<StageRow, 'seq'>): void {
    this.#db.run(
      'INSERT INTO stages (payment_id, scenario, stage, due_ms) VALUES (?, ?, ?, ?)',
      stage.payment_id,
      stage.scenario,
      stage.stage,
      stage.due_ms,
    );
  }

  nextStage(): StageRow | undefined {
    return this.#db.rows(stageRow, 'SELECT * FROM stages ORDER BY due_ms, seq LIMIT 1')[0];
  }

  deleteStage(seq: number): void {
    this.#db.run('DELETE FROM stages WHERE seq = ?', seq);
  }
}
