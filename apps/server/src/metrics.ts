import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The numbers of one server for Prometheus. Labels are routes and outcomes: never ids, names or addresses. */
export type Metrics = {
  readonly registry: Registry;
  request(labels: { method: string; route: string; status: number }, seconds: number): void;
  webhook(outcome: string): void;
};

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60];

/** A registry of its own per application, so that two in one process do not collide. */
export function createMetrics(watchedAccounts: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to the first byte of the answer',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const webhooks = new Counter({
    name: 'razorpay_webhooks_total',
    help: 'Webhooks by outcome: stored, duplicate, forged',
    labelNames: ['outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'live_accounts_watched',
    help: 'Accounts whose balance some page is watching',
    registers: [registry],
    collect() {
      this.set(watchedAccounts());
    },
  });
  return {
    registry,
    request: ({ method, route, status }, seconds) =>
      duration.observe({ method, route, status: String(status) }, seconds),
    webhook: (outcome) => webhooks.inc({ outcome }),
  };
}
