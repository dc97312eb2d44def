import {
  ACCOUNT_CHECKS,
  exceptionFacts,
} from 'backstage-plugin-gorgias-checks';
import fc from 'fast-check';
import { StoredException } from '../exceptions/ExceptionStore';
import { subjectArbitrary, timeArbitrary } from './subjects';

/** An exception in force from MFA for the account `1`, unless told otherwise. */
export function anException(
  differing: Partial<StoredException> = {},
): StoredException {
  return {
    id: 'exception-1',
    entityRef: 'resource:default/gorgias',
    accountId: '1',
    checkId: 'mfa-enabled',
    reason: 'The token is on order.',
    requestedBy: 'user:default/maya.ortiz',
    requestedAt: '2026-11-20T08:00:00.000Z',
    until: '2026-12-31T00:00:00.000Z',
    status: 'approved',
    decidedBy: 'user:default/ivy.nakamura',
    decidedAt: '2026-11-20T09:00:00.000Z',
    twoPersonRule: true,
    facts: {},
    ...differing,
  };
}

/** Any exception for any account and check, given for facts of the time or for others. */
export const exceptionArbitrary: fc.Arbitrary<StoredException> = fc
  .record({
    id: fc.uuid(),
    accountId: fc.constantFrom('1', '2'),
    checkId: fc.constantFrom(...ACCOUNT_CHECKS.map(({ id }) => id)),
    status: fc.constantFrom(
      'requested',
      'approved',
      'approved',
      'approved',
      'refused',
      'withdrawn',
      'lapsed',
    ),
    until: timeArbitrary,
    givenFor: fc.option(subjectArbitrary),
  })
  .map(({ givenFor, ...exception }) =>
    anException({
      ...exception,
      facts: givenFor ? exceptionFacts(exception.checkId, givenFor) : {},
    }),
  );
