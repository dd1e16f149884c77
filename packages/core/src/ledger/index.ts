export * from './balance.ts';
export { type ExpiredRow, expireStatement } from './expire.ts';
export { expireLotsStatement } from './expire-lots.ts';
export { type IssueLot, issueLotStatement } from './issue-lot.ts';
export { type Reserve, type ReservePurpose, reserveStatement } from './reserve.ts';
export { type Settle, settleStatement } from './settle.ts';
