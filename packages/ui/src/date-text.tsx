import type { ReactElement } from 'react';
import { cn } from './cn.ts';
import {
  ageOf,
  type DateInput,
  formatDate,
  formatDateTime,
  formatDateTimeZone,
  formatTime,
} from './format.ts';
import { Tooltip } from './tooltip.tsx';
import { useWords } from './words.tsx';

export type DateTextProps = {
  /** ISO 8601 instant, Date, or a calendar day `2026-04-07`. */
  value: DateInput;
  /** `relative` needs `now` and falls back to date and time from 24 hours on. */
  format?: 'date' | 'datetime' | 'time' | 'relative';
  now?: Date;
  className?: string;
};

/** A moment in Indian Standard Time: "7 Apr 2026, 10:07"; the exact time with "IST" on hover. */
export function DateText({ value, format = 'date', now, className }: DateTextProps): ReactElement {
  const words = useWords();
  const age = format === 'relative' && now ? ageOf(value, now) : null;
  const text = age ? words.ago(age) : plainText(value, format);
  const isDay = typeof value === 'string' && value.length === 10;
  const time = (
    <time
      dateTime={typeof value === 'string' ? value : value.toISOString()}
      className={cn('whitespace-nowrap tabular-nums', className)}
    >
      {text}
    </time>
  );
  return isDay ? time : <Tooltip content={formatDateTimeZone(value)}>{time}</Tooltip>;
}

function plainText(value: DateInput, format: NonNullable<DateTextProps['format']>): string {
  if (format === 'date') return formatDate(value);
  if (format === 'time') return formatTime(value);
  return formatDateTime(value);
}
