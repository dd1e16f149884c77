import {
  orderSchema,
  paymentSchema,
  type WireOrder,
  type WirePayment,
  type WireRefund,
} from '@lead-credits/razorpay/wire';
import { z } from 'zod';
import type { Database } from './database.ts';

const entityRow = z.object({ entity: z.string() });
const captureRow = z.object({ is_manual_capture: z.int() });
const LAST = Number.MAX_SAFE_INTEGER;

/** Which part of a list: `from` and `to` are unix seconds, both included. */
export type Page = { from?: number; to?: number; count: number; skip: number };

/** Orders, payments and refunds as Razorpay's own JSON. Lists are newest first, as Razorpay's are. */
export class Entities {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  insertOrder(order: WireOrder, isManualCapture: boolean): void {
    this.#db.run(
      'INSERT INTO orders (id, receipt, created_at, is_manual_capture, entity) VALUES (?, ?, ?, ?, ?)',
      order.id,
      order.receipt ?? null,
      order.created_at,
      isManualCapture ? 1 : 0,
      JSON.stringify(order),
    );
  }

  updateOrder(order: WireOrder): void {
    this.#db.run('UPDATE orders SET entity = ? WHERE id = ?', JSON.stringify(order), order.id);
  }

  order(id: string): WireOrder | undefined {
    return this.#db.rows(entityRow, 'SELECT entity FROM orders WHERE id = ?', id).map(toOrder)[0];
  }

  isManualCapture(orderId: string): boolean {
    const sql = 'SELECT is_manual_capture FROM orders WHERE id = ?';
    return this.#db.rows(captureRow, sql, orderId)[0]?.is_manual_capture === 1;
  }

  orders(filter: Page & { receipt?: string }): WireOrder[] {
    return this.#db
      .rows(
        entityRow,
        `SELECT entity FROM orders WHERE (?1 IS NULL OR receipt = ?1) AND created_at BETWEEN ?2 AND ?3
         ORDER BY seq DESC LIMIT ?4 OFFSET ?5`,
        filter.receipt ?? null,
        filter.from ?? 0,
        filter.to ?? LAST,
        filter.count,
        filter.skip,
      )
      .map(toOrder);
  }

  insertPayment(payment: WirePayment): void {
    this.#db.run(
      'INSERT INTO payments (id, order_id, created_at, entity) VALUES (?, ?, ?, ?)',
      payment.id,
      payment.order_id ?? '',
      payment.created_at,
      JSON.stringify(payment),
    );
  }

  updatePayment(payment: WirePayment): void {
    this.#db.run('UPDATE payments SET entity = ? WHERE id = ?', JSON.stringify(payment), payment.id);
  }

  payment(id: string): WirePayment | undefined {
    return this.#db.rows(entityRow, 'SELECT entity FROM payments WHERE id = ?', id).map(toPayment)[0];
  }

  paymentsOf(orderId: string): WirePayment[] {
    const sql = 'SELECT entity FROM payments WHERE order_id = ? ORDER BY seq DESC';
    return this.#db.rows(entityRow, sql, orderId).map(toPayment);
  }

  payments(page: Page): WirePayment[] {
    const sql = `SELECT entity FROM payments WHERE created_at BETWEEN ? AND ? ORDER BY seq DESC LIMIT ? OFFSET ?`;
    return this.#db
      .rows(entityRow, sql, page.from ?? 0, page.to ?? LAST, page.count, page.skip)
      .map(toPayment);
  }

  insertRefund(refund: WireRefund): void {
    this.#db.run(
      'INSERT INTO refunds (id, payment_id, entity) VALUES (?, ?, ?)',
      refund.id,
      refund.payment_id,
      JSON.stringify(refund),
    );
  }
}

function toOrder(row: z.infer<typeof entityRow>): WireOrder {
  return orderSchema.parse(JSON.parse(row.entity));
}

function toPayment(row: z.infer<typeof entityRow>): WirePayment {
  return paymentSchema.parse(JSON.parse(row.entity));
}
