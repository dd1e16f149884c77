/**
 * The ledger in forty lines, for the random-walk test: what every verb must do to the six tallies, without lots,
 * locks or SQL. Keys and refusals are part of it.
 */
export type ModelReservation = {
  amount: number;
  expiresAt: number;
  state: 'open' | 'captured' | 'released' | 'expired';
};

export class LedgerModel {
  available = 0;
  reserved = 0;
  consumed = 0;
  issued = 0;
  readonly reservations = new Map<string, ModelReservation>();
  readonly issuedKeys = new Map<string, number>();

  issue(key: string, amount: number): void {
    if (this.issuedKeys.has(key)) return;
    this.issuedKeys.set(key, amount);
    this.issued += amount;
    this.available += amount;
  }

  /** False: too few credits, nothing happened. */
  reserve(key: string, amount: number, expiresAt: number): boolean {
    if (this.reservations.has(key)) return true;
    if (this.available < amount) return false;
    this.available -= amount;
    this.reserved += amount;
    this.reservations.set(key, { amount, expiresAt, state: 'open' });
    return true;
  }

  /** False: not open any more. */
  settle(key: string, amount: number, now: number): boolean {
    const found = this.reservations.get(key);
    if (found?.state !== 'open' || found.expiresAt <= now || amount > found.amount) return false;
    this.reserved -= found.amount;
    this.consumed += amount;
    this.available += found.amount - amount;
    found.state = amount > 0 ? 'captured' : 'released';
    return true;
  }

  expire(now: number): number {
    const due = [...this.reservations.values()].filter(
      (found) => found.state === 'open' && found.expiresAt <= now,
    );
    for (const found of due) {
      this.reserved -= found.amount;
      this.available += found.amount;
      found.state = 'expired';
    }
    return due.length;
  }
}
