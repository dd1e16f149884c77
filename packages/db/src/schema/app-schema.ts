import { bigint, customType, pgSchema, timestamp, uuid } from 'drizzle-orm/pg-core';

/** The product's own tables. better-auth's live in `auth` (its `account` would collide), pg-boss's in `pgboss`. */
export const app = pgSchema('app');
export const auth = pgSchema('auth');

/** Integer credits or paise: bigint in Postgres, a safe integer in JavaScript (the contract caps them). */
export const whole = (name: string) => bigint(name, { mode: 'number' });
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
export const id = (name = 'id') => uuid(name);

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
});
