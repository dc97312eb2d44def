import { DateTime } from 'luxon';
import { endOfPastDay, startOfDay } from '../../dates';

/** A period as two days, the last one included; empty while nothing was entered. */
export interface Days {
  from: string;
  to: string;
}

/** The periods that auditors ask for. */
export const PERIODS = ['lastMonth', 'lastQuarter', 'last12Months'] as const;

/** The days of a usual period, seen from a day. Months and quarters are those that are over. */
export function daysOf(period: (typeof PERIODS)[number], now: DateTime): Days {
  const days = (from: DateTime, to: DateTime): Days => ({
    from: from.toISODate()!,
    to: to.toISODate()!,
  });
  if (period === 'last12Months') {
    return days(now.minus({ years: 1 }), now);
  }
  const unit = period === 'lastMonth' ? 'month' : 'quarter';
  const before = now.minus({ [unit]: 1 });
  return days(before.startOf(unit), before.endOf(unit));
}

/** The moments that two days stand for; nothing when they are no period, or lie ahead. */
export function periodOf(
  days: Days,
  now: Date,
): { from: string; to: string } | undefined {
  const from = startOfDay(days.from);
  const to = endOfPastDay(days.to, now);
  return from && to && from < to ? { from, to } : undefined;
}
