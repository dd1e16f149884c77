import type { WireOrder, WirePayment } from '@lead-credits/razorpay/wire';
import type { Context } from './context.ts';
import { announce, type Happening } from './events.ts';
import { failureFor } from './failures.ts';
import { METHODS } from './methods.ts';
import { authorized, autoRefunded, captured, failed, paid } from './payment-states.ts';
import { type Move, SCENARIOS, type ScenarioName } from './scenarios.ts';

/**
 * Takes a payment through `moves`, stores it with its order, and announces what happened as the
 * scenario says. Call it inside a transaction.
 */
export function makeMoves(
  context: Context,
  start: WirePayment,
  plan: { scenario: ScenarioName; moves: readonly Move[]; reason?: string },
): WirePayment {
  const happenings: Happening[] = [];
  let payment = start;
  for (const move of plan.moves) payment = makeMove(context, payment, move, happenings, plan.reason);
  context.entities.updatePayment(payment);
  announce(context, happenings, SCENARIOS[plan.scenario]);
  return payment;
}

/** Captures, or gives back at once what pays an order a second time. */
export function takeMoney(context: Context, payment: WirePayment, happenings: Happening[]): WirePayment {
  const order = orderOf(context, payment);
  const orderId = order.id;
  if (order.status === 'paid') {
    const refund = autoRefunded(payment, context.clock());
    context.entities.insertRefund(refund.processed);
    happenings.push({ name: 'refund.created', orderId, payment: refund.payment, refund: refund.pending });
    happenings.push({ name: 'refund.processed', orderId, payment: refund.payment, refund: refund.processed });
    return refund.payment;
  }
  const after = captured(payment);
  const paidOrder = paid(order, after);
  context.entities.updateOrder(paidOrder);
  happenings.push({ name: 'payment.captured', orderId, payment: after });
  happenings.push({ name: 'order.paid', orderId, payment: after, order: paidOrder });
  return after;
}

function makeMove(
  context: Context,
  payment: WirePayment,
  move: Move,
  happenings: Happening[],
  reason?: string,
): WirePayment {
  const orderId = orderOf(context, payment).id;
  switch (move) {
    case 'fail':
    case 'time_out': {
      const method = METHODS.find((known) => known === payment.method) ?? 'upi';
      const failure = failureFor(method, move === 'time_out' ? 'payment_timed_out' : reason);
      const after = failed(payment, failure);
      happenings.push({ name: 'payment.failed', orderId, payment: after });
      return after;
    }
    case 'authorize':
    case 'authorize_late': {
      const after = authorized(payment, move === 'authorize_late');
      happenings.push({ name: 'payment.authorized', orderId, payment: after });
      return after;
    }
    case 'capture': {
      const ready = payment.status === 'authorized' ? payment : authorized(payment, false);
      const waitsForMerchant = context.entities.isManualCapture(orderId);
      return waitsForMerchant ? ready : takeMoney(context, ready, happenings);
    }
  }
}

function orderOf(context: Context, payment: WirePayment): WireOrder {
  const order = context.entities.order(payment.order_id ?? '');
  if (order === undefined) throw new Error(`Payment ${payment.id} has no order`);
  return order;
}
