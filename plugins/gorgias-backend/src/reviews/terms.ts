import { InputError } from '@backstage/errors';
import { readWords } from '../exceptions/terms';
import { normaliseRef } from '../systems/GorgiasEntities';
import { CurrentStaff } from './assignReviewer';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const LONGEST_DAYS = 400;
const LONGEST_TITLE = 200;

/** @throws InputError when it is empty or too long */
export function readTitle(title: string): string {
  const read = readWords('title', title);
  if (read.length > LONGEST_TITLE) {
    throw new InputError(
      `title: is longer than ${LONGEST_TITLE} letters; shorten it`,
    );
  }
  return read;
}

/**
 * Reads until when a review is to be done.
 *
 * @returns it in UTC
 * @throws InputError when it is not ahead, or too far
 */
export function readDue(dueAt: string, now: string): string {
  const due = Date.parse(dueAt);
  if (Number.isNaN(due)) {
    throw new InputError(
      'dueAt: is not a time; write it like 2026-12-31T00:00:00Z',
    );
  }
  if (due <= Date.parse(now)) {
    throw new InputError('dueAt: is not in the future; name a later time');
  }
  if (due > Date.parse(now) + LONGEST_DAYS * DAY_MILLISECONDS) {
    throw new InputError(
      `dueAt: is more than ${LONGEST_DAYS} days ahead; name an earlier time`,
    );
  }
  return new Date(due).toISOString();
}

/** @throws InputError when it is no current staff member */
export function readPerson(
  field: string,
  ref: string,
  staff: CurrentStaff,
): string {
  const person = normaliseRef(ref, field);
  if (!staff.has(person)) {
    throw new InputError(
      `${field}: ${person} is not a current staff member; name somebody who can be asked`,
    );
  }
  return person;
}
