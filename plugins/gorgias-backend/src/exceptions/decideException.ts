import { ConflictError, NotAllowedError } from '@backstage/errors';
import {
  AccessException,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import {
  exceptionChange,
  ExceptionContext,
  settle,
  takeException,
} from './context';
import { StoredException } from './ExceptionStore';
import { openOnes } from './requestException';
import { readWords } from './terms';

interface ReadException {
  id: string;
  /** Of the exception as it was read. */
  etag: string;
}

/**
 * Puts an exception into force, in the place of one that it extends.
 *
 * @throws NotAllowedError when the two-person rule asks for somebody else
 * @throws NotFoundError or ConflictError
 */
export async function approveException(
  read: ReadException,
  context: ExceptionContext,
): Promise<AccessException> {
  const before = await takeException(read, 'approved', ['requested'], context);
  // The rule is in force for a request that was made under it, too.
  const twoPersonRule = before.twoPersonRule || context.terms.twoPersonRule;
  if (twoPersonRule) {
    await requireSecondPerson(before, context);
  }
  await endExtended(before, context);
  return decide(before, { status: 'approved', twoPersonRule }, context);
}

/** Turns a request down. @throws NotFoundError or ConflictError */
export async function refuseException(
  read: ReadException,
  reason: string,
  context: ExceptionContext,
): Promise<AccessException> {
  const decisionReason = readWords('reason', reason);
  const before = await takeException(read, 'refused', ['requested'], context);
  return decide(before, { status: 'refused', decisionReason }, context);
}

/**
 * Takes a request back, or ends an exception before its time. Who asked may,
 * and who may approve.
 *
 * @throws NotAllowedError, NotFoundError or ConflictError
 */
export async function withdrawException(
  read: ReadException,
  { reason, mayApprove }: { reason: string; mayApprove: boolean },
  context: ExceptionContext,
): Promise<AccessException> {
  const decisionReason = readWords('reason', reason);
  const before = await takeException(
    read,
    'withdrawn',
    ['requested', 'approved'],
    context,
  );
  if (!mayApprove && before.requestedBy !== context.by) {
    throw new NotAllowedError(
      `Only ${before.requestedBy}, who asked for this exception, and those who may approve it can withdraw it`,
    );
  }
  return decide(before, { status: 'withdrawn', decisionReason }, context);
}

/** @throws NotAllowedError to who asked, and to whose account it is */
async function requireSecondPerson(
  { requestedBy, accountId }: StoredException,
  { stores, evaluator, entityRef, by, now }: ExceptionContext,
): Promise<void> {
  if (requestedBy === by) {
    throw new NotAllowedError(
      'You asked for this exception yourself, so somebody else has to approve it (the two-person rule)',
    );
  }
  const { identities } = await evaluator.load(stores, entityRef, now);
  const identity = identities.get(accountId);
  if (identity?.type === 'staff-member' && identity.staffRef === by) {
    throw new NotAllowedError(
      'This exception is for your own account, so somebody else has to approve it (the two-person rule)',
    );
  }
}

/** Ends the exception in force that another one extends. */
async function endExtended(
  extension: StoredException,
  context: ExceptionContext,
): Promise<void> {
  const { stores, now, by } = context;
  const becauseParts = [
    message('lapse.extended', {
      until: { time: extension.until },
      exception: extension.id,
    }),
  ];
  const because = sayInEnglish(becauseParts);
  for (const old of await openOnes(extension, context)) {
    if (old.status === 'approved') {
      await stores.exceptions.lapse(
        [{ exception: old, because, becauseParts }],
        now,
      );
      const ended = {
        ...old,
        status: 'lapsed' as const,
        lapsedBecause: because,
        lapsedBecauseParts: becauseParts,
      };
      await stores.history.add([exceptionChange(old, ended, { by, now })]);
    }
  }
}

async function decide(
  before: StoredException,
  decision: Pick<StoredException, 'status'> & Partial<StoredException>,
  context: ExceptionContext,
): Promise<AccessException> {
  const { stores, by, now } = context;
  const after: StoredException = {
    ...before,
    ...decision,
    decidedBy: by,
    decidedAt: now,
  };
  if (!(await stores.exceptions.update(after, before.status))) {
    throw new ConflictError(
      'Somebody else has decided about this exception since you read it; read it again',
    );
  }
  return settle(before, after, context);
}
