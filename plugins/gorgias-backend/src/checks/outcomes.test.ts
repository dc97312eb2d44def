import {
  ACCOUNT_CHECKS,
  judgeAccessControl,
  Outcome,
} from 'backstage-plugin-gorgias-checks';
import { isDeepStrictEqual } from 'node:util';
import {
  sayInEnglish,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  orgRolesArbitrary,
  ruleArbitrary,
  timeArbitrary,
} from '../__testUtils__/rules';
import {
  staffMemberArbitrary,
  subjectArbitrary,
} from '../__testUtils__/subjects';

const NOTHING_TO_DO = ['passing', 'not-applicable'];

/** What is wrong with an outcome, whatever the check. */
function problemsOf(outcome: Outcome): string[] {
  const { status, ground, groundParts, remedy, remedyParts, facts } = outcome;
  const rules: Array<[string, boolean]> = [
    ['a status that is known', VERDICT_STATUSES.includes(status)],
    // Only the keeper of verdicts knows of exceptions and of age.
    ['no exception, no age', !['exempt', 'stale'].includes(status)],
    ['a ground of whole sentences', /^\S.*\.$/.test(ground)],
    ['a ground that its parts say', sayInEnglish(groundParts!) === ground],
    [
      'a remedy that its parts say',
      (remedyParts && sayInEnglish(remedyParts)) === remedy,
    ],
    ['nothing unsaid in it', !/undefined|null|NaN|\[object/.test(ground)],
    [
      'plain facts',
      isDeepStrictEqual(facts, JSON.parse(JSON.stringify(facts))),
    ],
    ['a remedy if need be', Boolean(remedy) !== NOTHING_TO_DO.includes(status)],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** Whether nobody can change an outcome, nor what it is made of. */
function isFrozen(outcome: Outcome): boolean {
  const { facts, groundParts, remedyParts } = outcome;
  return [outcome, facts, groundParts, remedyParts].every(Object.isFrozen);
}

describe('every outcome', () => {
  it.each(ACCOUNT_CHECKS.map(check => ({ id: check.id, check })))(
    'of $id has a ground, and a remedy exactly when there is something to do',
    ({ check }) => {
      fc.assert(
        fc.property(subjectArbitrary, subject => {
          expect(problemsOf(check.judge(subject))).toEqual([]);
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

  it.each(
    ACCOUNT_CHECKS.filter(({ judgeMany }) => judgeMany).map(check => ({
      id: check.id,
      check,
    })),
  )(
    'of $id is the same among many as for the account alone, and nobody can change it',
    ({ check }) => {
      fc.assert(
        fc.property(
          fc.array(subjectArbitrary, { minLength: 1, maxLength: 20 }),
          ([
            { account, identity, staffMember, lastLogInAt, ...common },
            ...others
          ]) => {
            const judge = check.judgeMany!(common);
            const own = { account, identity, staffMember, lastLogInAt };
            for (const subject of [own, ...others, own, ...others]) {
              const outcome = judge(subject);
              expect(outcome).toEqual(check.judge({ ...subject, ...common }));
              expect(isFrozen(outcome)).toBe(true);
            }
          },
        ),
        { numRuns: 300 },
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
          accountIds: fc.subarray(['1', '2', '3']),
          orgRoles: orgRolesArbitrary,
          now: timeArbitrary,
          systemOwner: fc.constant('group:default/support'),
        }),
        subject => {
          expect(problemsOf(judgeAccessControl(subject))).toEqual([]);
        },
      ),
    );
  });
});
