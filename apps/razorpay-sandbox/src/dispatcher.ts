import type { Context } from './context.ts';
import { newId } from './ids.ts';
import { EVENT_SPACING_MS, WEBHOOK_GIVE_UP_MS, WEBHOOKS_IN_FLIGHT_MAX } from './limits.ts';
import { runDueStage } from './pay.ts';
import type { DeliveryRow, EventRow } from './store/outbox.ts';

/** Node's timers cannot wait longer than 24.8 days; looking again every minute costs nothing. */
const LONGEST_SLEEP_MS = 60_000;

/**
 * Delivers events and runs the stages of scenarios when they are due, until closed. What is due is read
 * from the state, so a restart goes on where a kill stopped; an attempt that was under way is repeated.
 */
export class Dispatcher {
  readonly #context: Context;
  readonly #inFlight = new Map<string, { orderId: string; startedMs: number; round: Promise<void> }>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Looks for what is due, soon and once however often it is called. */
  wake(): void {
    this.#sleep(0);
  }

  /** Sends the event's bytes once more, waits for the answer, and returns the attempt. */
  async replay(event: EventRow): Promise<DeliveryRow> {
    const id = await this.#attempt(event);
    const delivery = this.#context.outbox.delivery(id);
    if (delivery === undefined) throw new Error('The attempt was not recorded');
    return delivery;
  }

  /** Stops; attempts under way are broken off and will be repeated by the next start. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#stop.abort();
    await Promise.allSettled([...this.#inFlight.values()].map(({ round }) => round));
  }

  #sleep(ms: number): void {
    if (this.#stop.signal.aborted) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), Math.min(ms, LONGEST_SLEEP_MS));
    this.#timer.unref();
  }

  #work(): void {
    while (runDueStage(this.#context)) {
      // Every stage that is due, one transaction each.
    }
    const nowMs = this.#context.clock().getTime();
    // Those under way are still pending in the state, so as many more are read.
    const pending = this.#context.outbox.pendingEvents(WEBHOOKS_IN_FLIGHT_MAX + this.#inFlight.size);
    const waiting = pending.filter((event) => !this.#inFlight.has(event.id));
    let inMs = (this.#context.outbox.nextStage()?.due_ms ?? Number.POSITIVE_INFINITY) - nowMs;
    for (const event of waiting) {
      // Full: the next one to finish wakes us.
      if (this.#inFlight.size >= WEBHOOKS_IN_FLIGHT_MAX) break;
      const waitMs = Math.max(event.due_ms - nowMs, this.#isCrowded(event, nowMs) ? EVENT_SPACING_MS : 0);
      if (waitMs <= 0) this.#start(event, nowMs);
      else inMs = Math.min(inMs, waitMs);
    }
    this.#sleep(Math.max(1, inMs));
  }

  /** Whether an event of the same order left just now: a late timer must not send them side by side. */
  #isCrowded(event: EventRow, nowMs: number): boolean {
    return [...this.#inFlight.values()].some(
      ({ orderId, startedMs }) => orderId === event.order_id && nowMs - startedMs < EVENT_SPACING_MS,
    );
  }

  #start(event: EventRow, startedMs: number): void {
    const round = this.#deliver(event)
      .catch((error: unknown) => console.error('[sandbox] delivery', error))
      .finally(() => {
        this.#inFlight.delete(event.id);
        this.wake();
      });
    this.#inFlight.set(event.id, { orderId: event.order_id, startedMs, round });
  }

  async #deliver(event: EventRow): Promise<void> {
    const copies = event.round === 0 ? event.copies : 1;
    const ids = await Promise.all(Array.from({ length: copies }, () => this.#attempt(event)));
    if (this.#stop.signal.aborted) return;
    const { outbox } = this.#context;
    const isDelivered = ids.every((id) => isSuccess(outbox.delivery(id)?.status));
    const nowMs = this.#context.clock().getTime();
    const delays = this.#context.options.retryDelaysMs;
    const dueMs = nowMs + (delays[Math.min(event.round, delays.length - 1)] ?? LONGEST_SLEEP_MS);
    const isOver =
      dueMs > event.created_ms + WEBHOOK_GIVE_UP_MS ||
      (event.rounds_max !== null && event.round + 1 >= event.rounds_max);
    outbox.finishRound(event.id, isDelivered ? 'delivered' : isOver ? 'abandoned' : 'pending', dueMs);
  }

  /** One POST of the stored bytes; records what came of it and returns the attempt's id. */
  async #attempt(event: EventRow): Promise<string> {
    const { clock, options, outbox } = this.#context;
    const startedAt = clock();
    const outcome = await post(options.webhookUrl, event, options.webhookTimeoutMs, this.#stop.signal);
    const id = newId('dlv', startedAt);
    if (this.#stop.signal.aborted) return id;
    outbox.insertDelivery({
      id,
      event_id: event.id,
      url: options.webhookUrl,
      ...outcome,
      at_ms: startedAt.getTime(),
      took_ms: Math.max(0, clock().getTime() - startedAt.getTime()),
    });
    return id;
  }
}

function isSuccess(status: number | null | undefined): boolean {
  return typeof status === 'number' && status >= 200 && status < 300;
}

async function post(
  url: string,
  event: EventRow,
  timeoutMs: number,
  stop: AbortSignal,
): Promise<{ status: number | null; error: string | null }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Razorpay-Webhook/v1 (sandbox)',
        'x-razorpay-signature': event.signature,
        'x-razorpay-event-id': event.id,
      },
      body: Buffer.from(event.body),
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), stop]),
    });
    await response.body?.cancel();
    return { status: response.status, error: null };
  } catch (error) {
    return { status: null, error: reasonOf(error) };
  }
}

/** Why there was no answer: `timeout`, or the code of the connection's failure. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  const { cause } = error;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.message.slice(0, 200);
}
