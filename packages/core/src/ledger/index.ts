export * from './balance.ts';
export { expireStatement } from './expire.ts';
export { expireLotsStatement } from './expire-lots.ts';
export { issueLotStatement } from './issue-lot.ts';
export { type ReservePurpose, reserveStatement } from './reserve.ts';
export { type Settle, settleStatement } from './settle.ts';
