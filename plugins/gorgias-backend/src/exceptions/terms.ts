import { InputError } from '@backstage/errors';
import { z } from 'zod';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** What the configuration says of exceptions. */
export interface ExceptionTerms {
  /** Whether somebody else than who asked has to approve. */
  twoPersonRule: boolean;
  /** How far ahead an exception may end. */
  maxDays: number;
}

const MAX_DAYS = 'must be a whole number from 1 to 365';

/** The configuration under `gorgias.exceptions`. */
export const exceptionTermsSchema = z
  .object(
    {
      twoPersonRule: z
        .boolean({ error: 'must be true or false' })
        .default(true),
      maxDays: z
        .number({ error: MAX_DAYS })
        .int(MAX_DAYS)
        .min(1, MAX_DAYS)
        .max(365, MAX_DAYS)
        .default(365),
    },
    { error: 'must have twoPersonRule or maxDays' },
  )
  .default({ twoPersonRule: true, maxDays: 365 });

/**
 * Reads until when an exception is asked for. Days have 24 hours here, so
 * that no change to or from summer time moves the last possible instant.
 *
 * @returns it in UTC
 * @throws InputError when it is not ahead, or too far
 */
export function readEnd(
  until: string,
  now: string,
  { maxDays }: ExceptionTerms,
): string {
  const end = Date.parse(until);
  if (Number.isNaN(end)) {
    throw new InputError(
      'until: is not a time; write it like 2026-12-31T00:00:00Z',
    );
  }
  if (end <= Date.parse(now)) {
    throw new InputError('until: is not in the future; name a later time');
  }
  const latest = Date.parse(now) + maxDays * DAY_MILLISECONDS;
  if (end > latest) {
    throw new InputError(
      `until: is more than ${maxDays} days ahead; name ${new Date(
        latest,
      ).toISOString()} or an earlier time, and extend the exception then if it is still needed`,
    );
  }
  return new Date(end).toISOString();
}

/**
 * Reads what somebody has to say.
 *
 * @throws InputError when it is only blanks
 */
export function readWords(field: string, words: string): string {
  const read = words.trim();
  if (!read) {
    throw new InputError(`${field}: is empty; say it in words`);
  }
  return read;
}
