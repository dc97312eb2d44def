import { InputError } from '@backstage/errors';
import { HistoryFilter } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';

/**
 * Reads what a history is narrowed to.
 *
 * @returns it with its times in UTC
 * @throws InputError when a time is none, or the last is not after the first
 */
export function readHistoryFilter(query: HistoryFilter): HistoryFilter {
  const from = readTime('from', query.from);
  const to = readTime('to', query.to);
  if (from !== undefined && to !== undefined && to <= from) {
    throw new InputError(
      'to: is not after from; name a later time, or leave one of them out',
    );
  }
  return { ...query, from, to };
}

function readTime(field: string, text?: string): string | undefined {
  if (text === undefined) {
    return undefined;
  }
  const time = DateTime.fromISO(text, { zone: 'utc' });
  // Years before 0 and after 9999 are written longer, and compare wrongly.
  if (!time.isValid || time.year < 0 || time.year > 9999) {
    throw new InputError(
      `${field}: is not a time; write it like 2026-10-31T17:00:00Z`,
    );
  }
  return time.toJSDate().toISOString();
}
