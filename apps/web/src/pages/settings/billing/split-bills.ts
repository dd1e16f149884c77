import type { Bill, TopUp } from '../../../api-types.ts';

/** A checkout that was never paid. */
export type Unpaid = {
  id: string;
  reference: string;
  units: number;
  amountPaise: number;
  madeAt: string;
  /** Until when it can still be paid; null where it is closed. */
  openUntil: string | null;
};

export type SplitBills = { bills: Bill[]; unpaid: Unpaid[] };

/**
 * Takes the checkouts that were never paid out of the bills, so that they are in no amount due. A payment that is being
 * confirmed is a bill (pending); so is everything that staff sent. Pure.
 */
export function splitBills(items: readonly Bill[], topUps: readonly TopUp[]): SplitBills {
  const open = new Map(
    topUps.filter(({ state }) => state === 'pending').map((topUp) => [topUp.topUpId, topUp]),
  );
  const bills: Bill[] = [];
  const unpaid: Unpaid[] = [];
  for (const item of items) {
    const topUp = open.get(item.id);
    const isUnpaid = item.status === 'expired' || (item.status === 'pending' && !topUp?.confirmingSince);
    if (!isUnpaid) {
      bills.push(item);
      continue;
    }
    unpaid.push({
      id: item.id,
      reference: item.reference,
      units: item.units,
      amountPaise: item.totalPaise,
      madeAt: item.billedAt,
      openUntil: item.status === 'pending' ? (topUp?.expiresAt ?? null) : null,
    });
  }
  return { bills, unpaid };
}
