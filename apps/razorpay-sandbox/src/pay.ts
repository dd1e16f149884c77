import type { WireOrder, WirePayment } from '@lead-credits/razorpay/wire';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import { announce, type Happening } from './events.ts';
import { makeMoves, takeMoney } from './moves.ts';
import { attempted, type Instrument, newPayment } from './payment-states.ts';
import { isScenarioName, SCENARIOS, type ScenarioName } from './scenarios.ts';

export type PayInput = {
  orderId: string;
  scenario: ScenarioName;
  instrument: Instrument;
  /** Why it fails, where it does; default: the method's usual reason. */
  reason?: string;
};

/**
 * Pays an order as the scenario says and returns the payment as it is after the first stage; its
 * webhooks and later stages follow in the background. Throws ApiError when the order does not exist, is
 * paid, or has a payment that waits for its capture. All of it is one transaction.
 */
export function pay(context: Context, input: PayInput): WirePayment {
  const payment = context.db.atomically(() => {
    const order = orderOf(context, input.orderId);
    if (SCENARIOS[input.scenario].isSecond) return payTwice(context, order, input);
    refuseWhereTaken(context, order);
    return begin(context, order, input);
  });
  context.wake();
  return payment;
}

/** Captures an authorised payment and announces it: the second half of manual capture. */
export function captureAuthorized(context: Context, payment: WirePayment): WirePayment {
  const after = context.db.atomically(() => {
    const happenings: Happening[] = [];
    const taken = takeMoney(context, payment, happenings);
    context.entities.updatePayment(taken);
    announce(context, happenings, SCENARIOS.success);
    return taken;
  });
  context.wake();
  return after;
}

/** Runs the earliest stage of a scenario that is due; false when none is. */
export function runDueStage(context: Context): boolean {
  return context.db.atomically(() => {
    const due = context.outbox.nextStage();
    if (due === undefined || due.due_ms > context.clock().getTime()) return false;
    context.outbox.deleteStage(due.seq);
    const payment = context.entities.payment(due.payment_id);
    if (payment !== undefined && isScenarioName(due.scenario)) {
      const moves = SCENARIOS[due.scenario].stages[due.stage]?.moves ?? [];
      makeMoves(context, payment, { scenario: due.scenario, moves });
    }
    return true;
  });
}

/** The first payment settles the order; the second finds it paid and is given back by Razorpay. */
function payTwice(context: Context, order: WireOrder, input: PayInput): WirePayment {
  if (order.status !== 'paid') {
    refuseWhereTaken(context, order);
    begin(context, order, { ...input, scenario: 'success' });
  }
  return begin(context, orderOf(context, order.id), input);
}

function begin(context: Context, order: WireOrder, input: PayInput): WirePayment {
  const now = context.clock();
  const scenario = SCENARIOS[input.scenario];
  const amountPaise = scenario.amountOf?.(order.amount) ?? order.amount;
  const payment = newPayment(order, input.instrument, amountPaise, now);
  context.entities.insertPayment(payment);
  context.entities.updateOrder(attempted(order));
  for (const [stage, { afterMs }] of scenario.stages.entries()) {
    if (stage === 0) continue;
    const dueMs = now.getTime() + Math.round(afterMs * context.options.pace);
    context.outbox.insertStage({ payment_id: payment.id, scenario: input.scenario, stage, due_ms: dueMs });
  }
  const moves = scenario.stages[0]?.moves ?? [];
  return makeMoves(context, payment, { scenario: input.scenario, moves, reason: input.reason });
}

function orderOf(context: Context, orderId: string): WireOrder {
  const order = context.entities.order(orderId);
  if (order === undefined) throw ApiError.unknownId();
  return order;
}

function refuseWhereTaken(context: Context, order: WireOrder): void {
  if (order.status === 'paid') {
    throw new ApiError({
      description:
        'Your payment has been declined as the order is already paid. Please check with the merchant for the status of the order.',
      source: 'business',
      step: 'payment_initiation',
      reason: 'order_already_paid',
    });
  }
  if (context.entities.paymentsOf(order.id).some((payment) => payment.status === 'authorized')) {
    throw new ApiError({
      description: 'Your payment has been declined as another payment of this order is being processed.',
      source: 'business',
      step: 'payment_initiation',
      reason: 'order_payment_in_progress',
    });
  }
}
