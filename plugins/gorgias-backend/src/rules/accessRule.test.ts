import { DEFAULT_DUE_DAYS, judgeSystem } from 'backstage-plugin-gorgias-checks';
import { SystemFacts } from '../checks/SystemFacts';
import { countStatuses, VerdictStatus } from 'backstage-plugin-gorgias-common';
import fc from 'fast-check';
import {
  gorgiasRolesArbitrary,
  orgRoleArbitrary,
  orgRolesRuleArbitrary,
  ruleArbitrary,
} from '../__testUtils__/rules';
import { anException } from '../__testUtils__/exceptions';
import {
  anAccount,
  anIdentity,
  aStaffMember,
  NOW,
} from '../__testUtils__/subjects';
import { systemFactsArbitrary } from '../__testUtils__/systemFacts';
import { toSignInSettings } from '../accounts/signInSettings';
import { previewAccessRule } from './accessRule';
import { factsVersion } from './factsVersion';

/** Every verdict, by check and account. */
function verdictsOf(facts: SystemFacts) {
  const { verdicts } = judgeSystem(facts, [], DEFAULT_DUE_DAYS);
  return new Map(
    verdicts.map(({ accountId, verdict }) => [
      `${verdict.checkId}/${accountId}`,
      verdict,
    ]),
  );
}

/** What access-valid says of the active accounts. */
function accessOf(facts: SystemFacts): Array<[string, VerdictStatus]> {
  const verdicts = verdictsOf(facts);
  return facts.accounts
    .filter(({ state }) => state === 'active')
    .map(({ id }) => [id, verdicts.get(`access-valid/${id}`)!.status]);
}

describe('a preview', () => {
  it('is what saving does: who changes, and how many are what', () => {
    fc.assert(
      fc.property(systemFactsArbitrary, ruleArbitrary, (facts, spec) => {
        const preview = previewAccessRule(facts, spec);
        const before = new Map(accessOf(facts));
        const after = accessOf({ ...facts, rule: spec });
        expect(
          preview.changes.map(({ accountId, from, to }) => [
            accountId,
            from,
            to,
          ]),
        ).toEqual(
          after
            .filter(([id, status]) => before.get(id) !== status)
            .map(([id, status]) => [id, before.get(id), status]),
        );
        const counts = countStatuses(after.map(([, status]) => status));
        expect(preview).toMatchObject({
          passing: counts.passing,
          failing: counts.failing,
          exempt: counts.exempt,
          unknown: counts.unknown,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('counts every active account that the rule can be about once', () => {
    fc.assert(
      fc.property(systemFactsArbitrary, ruleArbitrary, (facts, spec) => {
        const { passing, failing, exempt, unknown, coveredStaff } =
          previewAccessRule(facts, spec);
        const { length } = accessOf({ ...facts, rule: spec }).filter(
          ([, status]) => status !== 'not-applicable',
        );
        expect(passing + failing + exempt + unknown).toBe(length);
        expect(coveredStaff).toBeLessThanOrEqual(
          facts.staff.filter(({ state }) => state === 'current').length,
        );
      }),
    );
  });

  it('is that of before for the rule in force', () => {
    fc.assert(
      fc.property(systemFactsArbitrary, facts => {
        fc.pre(facts.rule !== undefined);
        expect(previewAccessRule(facts, facts.rule!).changes).toEqual([]);
      }),
    );
  });

  it('makes nobody invalid by an org role more, limited or not', () => {
    fc.assert(
      fc.property(
        systemFactsArbitrary,
        orgRolesRuleArbitrary,
        orgRoleArbitrary,
        fc.option(gorgiasRolesArbitrary),
        (facts, rule, orgRole, limit) => {
          fc.pre(!rule.orgRoles.includes(orgRole));
          const { changes } = previewAccessRule(
            { ...facts, rule },
            {
              ...rule,
              orgRoles: [...rule.orgRoles, orgRole],
              gorgiasRoles: {
                ...rule.gorgiasRoles,
                ...(limit && { [orgRole]: limit }),
              },
            },
          );
          expect(
            changes.filter(
              ({ from, to }) => from === 'passing' || to === 'failing',
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });
});

describe('the order of facts', () => {
  const shuffled = <T>(items: readonly T[]) =>
    fc.shuffledSubarray([...items], { minLength: items.length });

  it('changes neither a verdict nor what they stand for', () => {
    fc.assert(
      fc.property(
        systemFactsArbitrary.chain(facts =>
          fc.record({
            facts: fc.constant(facts),
            accounts: shuffled(facts.accounts),
            staff: shuffled(facts.staff),
            orgRoles: shuffled(facts.orgRoles),
            exceptions: shuffled(facts.exceptions),
          }),
        ),
        ({ facts, ...others }) => {
          const other = {
            ...facts,
            ...others,
            staff: others.staff.map(member => ({
              ...member,
              orgRoles: [...member.orgRoles].reverse(),
            })),
          };
          expect(verdictsOf(other)).toEqual(verdictsOf(facts));
          expect(factsVersion(other)).toBe(factsVersion(facts));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the version of facts', () => {
  it('is another once an exception or a name has ended', () => {
    const sam = aStaffMember();
    const until = '2026-12-01T00:00:00.000Z';
    const facts: SystemFacts = {
      isCritical: true,
      rule: undefined,
      owner: undefined,
      accounts: [anAccount()],
      identities: new Map([['1', anIdentity(sam)]]),
      signInSettings: toSignInSettings({}, NOW),
      staff: [sam],
      orgRoles: [],
      exceptions: [],
      lastLogIns: new Map(),
      now: NOW,
    };
    const nobody = { type: 'org-roles' as const, orgRoles: [] };
    const people = [{ subject: sam.entityRef, ticket: 'HELP-1', until }];
    for (const differing of [
      { exceptions: [anException({ checkId: 'access-valid', until })] },
      { rule: { ...nobody, people } },
    ]) {
      const [before, after] = [NOW, until].map(now =>
        previewAccessRule({ ...facts, ...differing, now }, nobody),
      );
      expect(after).not.toEqual({
        ...before,
        factsVersion: after.factsVersion,
      });
      expect(after.factsVersion).not.toBe(before.factsVersion);
    }
  });

  it('stays when nothing was found but that all is as it was', () => {
    fc.assert(
      fc.property(systemFactsArbitrary, facts => {
        const later = new Date(Date.parse(facts.now) + 1).toISOString();
        const times = [...(facts.rule?.people ?? []), ...facts.exceptions].map(
          ({ until }) => until,
        );
        fc.pre(!times.includes(later));
        expect(
          factsVersion({
            ...facts,
            now: later,
            accounts: facts.accounts.map(account => ({
              ...account,
              name: 'New Name',
              lastSeenAt: later,
              ownTwoFactor: null,
            })),
            staff: facts.staff.map(member => ({
              ...member,
              displayName: 'New Name',
              lastSeenAt: later,
            })),
            lastLogIns: new Map([['1', later]]),
          }),
        ).toBe(factsVersion(facts));
      }),
    );
  });

  it('is another whenever any preview is', () => {
    fc.assert(
      fc.property(
        systemFactsArbitrary,
        systemFactsArbitrary,
        ruleArbitrary,
        fc.nat(7),
        (facts, other, spec, part) => {
          const changed: SystemFacts = {
            ...facts,
            ...[
              // When the first exception ends.
              { now: facts.exceptions[0]?.until ?? facts.now },
              { rule: other.rule },
              { staff: other.staff },
              {
                staff: facts.staff.map(member => ({ ...member, orgRoles: [] })),
              },
              { orgRoles: other.orgRoles },
              { exceptions: other.exceptions },
              {
                accounts: facts.accounts.map(account => ({
                  ...account,
                  gorgiasRole: 'admin',
                })),
              },
              {
                identities: new Map(
                  facts.accounts.map(({ id }) => [
                    id,
                    other.identities.get(id) ?? facts.identities.get(id)!,
                  ]),
                ),
              },
            ][part],
          };
          const [before, after] = [facts, changed].map(one => {
            // Names that are over are refused before anything is previewed.
            const rule = { ...spec, people: [] } as typeof spec;
            return previewAccessRule(one, rule);
          });
          fc.pre(before.factsVersion === after.factsVersion);
          expect(after).toEqual(before);
        },
      ),
      { numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });
});
