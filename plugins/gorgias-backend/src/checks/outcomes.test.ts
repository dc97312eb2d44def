import { VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  orgRolesArbitrary,
  ruleArbitrary,
  staffMemberArbitrary,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { judgeAccessControl } from './accessControlConfigured';
import { ACCOUNT_CHECKS } from './evaluate';
import { Outcome } from './types';

const NOTHING_TO_DO = ['passing', 'not-applicable'];

/** What holds for every outcome of every check. */
function expectWhole(outcome: Outcome): void {
  expect(VERDICT_STATUSES).toContain(outcome.status);
  // Only the keeper of verdicts knows of exceptions and of age.
  expect(['exempt', 'stale']).not.toContain(outcome.status);
  expect(outcome.ground).toMatch(/^\S.*\.$/);
  expect(outcome.ground).not.toMatch(/undefined|NaN|\[object/);
  expect(outcome.facts).toEqual(JSON.parse(JSON.stringify(outcome.facts)));
  expect(Boolean(outcome.remedy)).toBe(!NOTHING_TO_DO.includes(outcome.status));
}

describe('every outcome', () => {
  it.each(ACCOUNT_CHECKS.map(check => ({ id: check.id, check })))(
    'of $id has a ground, and a remedy exactly when there is something to do',
    ({ check }) => {
      fc.assert(
        fc.property(subjectArbitrary, subject => {
          expectWhole(check.judge(subject));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(ACCOUNT_CHECKS.map(check => ({ id: check.id, check })))(
    'of $id is not applicable or settled for accounts that are not active',
    ({ check }) => {
      fc.assert(
        fc.property(subjectArbitrary, subject => {
          fc.pre(subject.account.state !== 'active');
          expect(NOTHING_TO_DO).toContain(check.judge(subject).status);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('of access-control-configured has a ground, and a remedy exactly when there is something to do', () => {
    fc.assert(
      fc.property(
        fc.record({
          isCritical: fc.boolean(),
          rule: fc.option(ruleArbitrary, { nil: undefined }),
          staff: fc.array(staffMemberArbitrary, { maxLength: 4 }),
          orgRoles: orgRolesArbitrary,
          systemOwner: fc.constant('group:default/support'),
        }),
        subject => {
          expectWhole(judgeAccessControl(subject));
        },
      ),
    );
  });
});
