/** 123456789 → "12,34,567.89". Display only; paise / 100 is exact below 2^53. */
export function formatAmount(amountPaise: number): string {
  return amounts.format(amountPaise / 100);
}

const amounts = new Intl.NumberFormat('en-IN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** "₹12,34,567.89" */
export function formatRupees(amountPaise: number): string {
  return `₹${formatAmount(amountPaise)}`;
}

/** 10000000 → "1,00,00,000" */
export function formatCount(count: number): string {
  return counts.format(count);
}

const counts = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 0 });

/** Calendar date in India: "07 Apr 2026". */
export function formatDate(instant: Date): string {
  return dates.format(instant);
}

const dates = new Intl.DateTimeFormat('en-IN', {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  timeZone: 'Asia/Kolkata',
});

/** Basis points as percent without needless zeros: 1800 → "18%", 12.5 → "0.125%" (half of a rate of 0.25 %). */
export function formatRate(rateBp: number): string {
  return `${Number((rateBp / 100).toFixed(3))}%`;
}
