import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  AccessException,
  ExceptionStatus,
} from 'backstage-plugin-gorgias-common';
import { Evaluator } from '../checks/Evaluator';
import { Stores } from '../database';
import { requireSame } from '../etags';
import { Change } from '../history/HistoryStore';
import { difference } from '../history/difference';
import { StoredException, toAccessException } from './ExceptionStore';
import { ExceptionTerms } from './terms';

/** In what somebody does something about an exception: one transaction. */
export interface ExceptionContext {
  stores: Stores;
  evaluator: Evaluator;
  terms: ExceptionTerms;
  /** The system. */
  entityRef: string;
  /** User entity ref of who does it. */
  by: string;
  now: string;
}

/**
 * Takes turns with everybody who decides about an exception of this system,
 * and lets lapse what time has ended.
 *
 * @returns the exception as it is now
 * @throws NotFoundError, or ConflictError when it is not as it was read, or is past being decided about
 */
export async function takeException(
  { id, etag }: { id: string; etag: string },
  verb: string,
  statuses: readonly ExceptionStatus[],
  context: ExceptionContext,
): Promise<StoredException> {
  const { stores, evaluator, entityRef, now } = context;
  await stores.evaluations.begin(entityRef, now);
  const read = await stores.exceptions.get(entityRef, id);
  if (!read) {
    throw new NotFoundError(`${entityRef} has no exception ${id}`);
  }
  requireSame(toAccessException(read).etag, etag, 'this exception');
  await evaluator.evaluate(stores, entityRef, now);
  const exception = (await stores.exceptions.get(entityRef, id))!;
  if (!statuses.includes(exception.status)) {
    throw new ConflictError(
      `This exception can't be ${verb}: it is ${exception.status}${
        exception.lapsedBecause ? `, because ${exception.lapsedBecause}` : ''
      }`,
    );
  }
  return exception;
}

/** Notes a new or a changed exception, and judges the system by it. */
export async function settle(
  before: StoredException | undefined,
  after: StoredException,
  { stores, evaluator, entityRef, by, now }: ExceptionContext,
): Promise<AccessException> {
  await stores.history.add([exceptionChange(before, after, { by, now })]);
  await evaluator.evaluate(stores, entityRef, now);
  return toAccessException((await stores.exceptions.get(entityRef, after.id))!);
}

const NOTED = [
  'status',
  'reason',
  'reference',
  'until',
  'requestedBy',
  'decidedBy',
  'decisionReason',
  'lapsedBecause',
  'twoPersonRule',
  'facts',
] as const;

/** What became of an exception, for the history. */
export function exceptionChange(
  before: StoredException | undefined,
  after: StoredException,
  { by, now }: { by: string; now: string },
): Change {
  const changed = difference(before, after, NOTED);
  const { id, entityRef, accountId, checkId, facts } = after;
  return {
    entityRef,
    at: now,
    kind: 'exception',
    accountId,
    ...(facts.staffRef && { staffRef: String(facts.staffRef) }),
    checkId,
    by,
    before: before ? { id, ...changed?.before } : null,
    after: { id, ...changed?.after },
  };
}
