/**
 * What can happen to a payment, as data: the stages it goes through and how its webhooks travel.
 * A stage's first moves happen before the control route answers; later ones are kept in the state and
 * survive a restart.
 */
export type Move =
  /** payment.failed */
  | 'fail'
  /** The bank never answered in time: payment.failed with payment_timed_out. */
  | 'time_out'
  /** payment.authorized */
  | 'authorize'
  | 'authorize_late'
  /** payment.captured and order.paid. On an order that is already paid: given back instead. */
  | 'capture';

export type Stage = { afterMs: number; moves: readonly Move[] };

export type Scenario = {
  stages: readonly Stage[];
  /** How many times each event is delivered in its first round, all with one event id. */
  copies?: number;
  /** Events of one moment leave in the opposite order. */
  isReversed?: boolean;
  /** No webhook at all: only the API tells. */
  isSilent?: boolean;
  /** Signed with a secret that is not the merchant's; sent once, as a forger would. */
  isForged?: boolean;
  /** The amount that is really paid, of the order's amount. */
  amountOf?: (orderPaise: number) => number;
  /** Pays the order first (unless it is paid), then pays it again. */
  isSecond?: boolean;
};

const PAID: readonly Stage[] = [{ afterMs: 0, moves: ['authorize', 'capture'] }];

const SCENARIO_TABLE = {
  success: { stages: PAID },
  failure: { stages: [{ afterMs: 0, moves: ['fail'] }] },
  duplicate: { stages: PAID, copies: 3 },
  reversed: { stages: PAID, isReversed: true },
  dropped: { stages: PAID, isSilent: true },
  bad_signature: { stages: PAID, isForged: true },
  /** Half, so that a receiver that trusts the event, or its own order, is caught either way. */
  tampered_amount: { stages: PAID, amountOf: (orderPaise) => Math.max(1, Math.floor(orderPaise / 2)) },
  /** The payer retries inside the UPI app: same payment id, no payment.authorized between (webhooks/payments.md). */
  failed_then_captured: {
    stages: [
      { afterMs: 0, moves: ['fail'] },
      { afterMs: 500, moves: ['capture'] },
    ],
  },
  /** The bank is silent, the payment times out, and is authorised after all (late-authorisation.md). */
  late: {
    stages: [
      { afterMs: 0, moves: [] },
      { afterMs: 1_000, moves: ['time_out'] },
      { afterMs: 3_000, moves: ['authorize_late', 'capture'] },
    ],
  },
  second_payment: { stages: PAID, isSecond: true },
} satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIO_TABLE;

export const SCENARIOS: Readonly<Record<ScenarioName, Scenario>> = SCENARIO_TABLE;

export function isScenarioName(value: unknown): value is ScenarioName {
  return typeof value === 'string' && Object.hasOwn(SCENARIOS, value);
}
