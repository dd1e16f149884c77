import { formatDate, formatDateTime, formatTime } from '@lead-credits/ui';

/** "10:07" today (IST), "8 Apr 2026, 10:07" on another day. */
export function whenText(instant: string | Date, nowMs: number): string {
  const isToday = formatDate(instant) === formatDate(new Date(nowMs));
  return isToday ? formatTime(instant) : formatDateTime(instant);
}
