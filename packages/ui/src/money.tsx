import type { ReactElement } from 'react';
import { cn } from './cn.ts';
import { formatMoney } from './format.ts';

export type MoneyProps = {
  /** Integer paise. */
  paise: number;
  /** A voided amount is struck through; the word "void" stands beside it. */
  struck?: boolean;
  className?: string;
};

/** The only way an amount reaches the screen: ₹12,34,567.50, tabular, sign before the symbol. */
export function Money({ paise, struck, className }: MoneyProps): ReactElement {
  const text = formatMoney(paise);
  const classes = cn('whitespace-nowrap tabular-nums', struck && 'text-muted line-through', className);
  return struck ? <s className={classes}>{text}</s> : <span className={classes}>{text}</span>;
}
