import {
  ACCOUNT_CHECKS,
  accountSubjects,
  exceptionFacts,
  ExceptionFacts,
} from 'backstage-plugin-gorgias-checks';
import { randomUUID } from 'node:crypto';
import { ConflictError, InputError } from '@backstage/errors';
import {
  AccessException,
  CHECK_TITLES,
  CheckId,
  ExtendExceptionRequest,
  RequestExceptionRequest,
} from 'backstage-plugin-gorgias-common';
import { ExceptionContext, settle, takeException } from './context';
import { StoredException } from './ExceptionStore';
import { readEnd, readWords } from './terms';

/**
 * Asks that a verdict that fails be tolerated for a while.
 *
 * @throws InputError, or ConflictError when one is open already
 */
export async function requestException(
  ask: RequestExceptionRequest,
  context: ExceptionContext,
): Promise<AccessException> {
  const { stores, evaluator, entityRef, now, terms } = context;
  const until = readEnd(ask.until, now, terms);
  const reason = readWords('reason', ask.reason);
  const reference = ask.reference && readWords('reference', ask.reference);
  // Also lets lapse what time has ended, which would be in the way otherwise.
  await evaluator.evaluate(stores, entityRef, now);
  const facts = await factsOfFailing(ask, context);
  const [open] = await openOnes(ask, context);
  if (open) {
    throw new ConflictError(
      open.status === 'requested'
        ? `${open.requestedBy} has asked for this exception already, and it waits for a decision`
        : `There is an exception until ${open.until} already; extend that one`,
    );
  }
  const exception: StoredException = {
    id: randomUUID(),
    entityRef,
    accountId: ask.accountId,
    checkId: ask.checkId,
    reason,
    ...(reference && { reference }),
    until,
    facts,
    ...asked(context),
  };
  await stores.exceptions.create(exception);
  return settle(undefined, exception, context);
}

/**
 * Asks that an exception in force last longer. That is a request of its own
 * which takes the place of the old one when it is approved; until then the
 * old one stays in force, so that nobody is worse off for asking.
 *
 * @returns the request
 * @throws InputError, NotFoundError or ConflictError
 */
export async function extendException(
  read: { id: string; etag: string },
  ask: ExtendExceptionRequest,
  context: ExceptionContext,
): Promise<AccessException> {
  const { stores, now, terms } = context;
  const until = readEnd(ask.until, now, terms);
  const reason = readWords('reason', ask.reason);
  const current = await takeException(read, 'extended', ['approved'], context);
  if (until <= current.until) {
    throw new InputError(
      `until: is not later than the end it has now, ${current.until}; name a later time, or withdraw the exception to end it`,
    );
  }
  const facts = await factsOfFailing(current, context);
  const waiting = (await openOnes(current, context)).find(
    ({ status }) => status === 'requested',
  );
  if (waiting) {
    throw new ConflictError(
      `${waiting.requestedBy} has asked for it to last until ${waiting.until} already, which waits for a decision`,
    );
  }
  const extension: StoredException = {
    id: randomUUID(),
    entityRef: current.entityRef,
    accountId: current.accountId,
    checkId: current.checkId,
    reason,
    ...(current.reference && { reference: current.reference }),
    until,
    facts,
    ...asked(context),
  };
  await stores.exceptions.create(extension);
  return settle(undefined, extension, context);
}

function asked({ by, now, terms }: ExceptionContext) {
  return {
    requestedBy: by,
    requestedAt: now,
    status: 'requested' as const,
    twoPersonRule: terms.twoPersonRule,
  };
}

/** The exceptions for the same account and check that have not ended: one in force, or a request, or both while it is being extended. */
export async function openOnes(
  { accountId, checkId }: { accountId: string; checkId: CheckId },
  { stores, entityRef }: ExceptionContext,
): Promise<StoredException[]> {
  const open = await stores.exceptions.listOpen(entityRef);
  return open.filter(
    other => other.accountId === accountId && other.checkId === checkId,
  );
}

/**
 * The facts that an exception would be given for.
 *
 * @throws InputError when there is nothing to tolerate
 */
async function factsOfFailing(
  { accountId, checkId }: { accountId: string; checkId: CheckId },
  { stores, evaluator, entityRef, now }: ExceptionContext,
): Promise<ExceptionFacts> {
  if (!ACCOUNT_CHECKS.some(({ id }) => id === checkId)) {
    throw new InputError(
      `checkId: "${CHECK_TITLES[checkId]}" is about the system and not about an account; configure who may use it instead`,
    );
  }
  const facts = await evaluator.load(stores, entityRef, now);
  const subject = accountSubjects(facts).find(
    ({ account }) => account.id === accountId,
  );
  if (!subject) {
    throw new InputError(
      `accountId: ${entityRef} has no account ${accountId.slice(0, 20)}`,
    );
  }
  const verdicts = await stores.verdicts.list(entityRef);
  const status = verdicts.find(
    one => one.accountId === accountId && one.verdict.checkId === checkId,
  )?.verdict.status;
  if (status !== 'failing' && status !== 'exempt') {
    throw new InputError(
      `checkId: "${CHECK_TITLES[checkId]}" is ${status} for account ${accountId}; there is nothing to tolerate unless it is failing`,
    );
  }
  return exceptionFacts(checkId, subject);
}
