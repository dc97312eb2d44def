import { SystemFacts } from '../checks/SystemFacts';
import fc from 'fast-check';
import { toSignInSettings } from '../accounts/signInSettings';
import { exceptionArbitrary } from './exceptions';
import { orgRolesArbitrary, ruleArbitrary, timeArbitrary } from './rules';
import {
  accessSettingsArbitrary,
  accountArbitrary,
  anIdentity,
  otherIdentityArbitrary,
  staffMemberArbitrary,
} from './subjects';

/** Those that an evaluation looks at, most of them for the check that access rules are about. */
const openExceptionArbitrary = fc
  .record({
    exception: exceptionArbitrary,
    checkId: fc.constantFrom(
      'access-valid' as const,
      'access-valid' as const,
      'mfa-enabled' as const,
      'user-identified' as const,
      'offboarded-access-removed' as const,
    ),
    status: fc.constantFrom('requested' as const, 'approved' as const),
  })
  .map(({ exception, checkId, status }) => ({ ...exception, checkId, status }));

/** Anything that could be known of a system with a few accounts. */
export const systemFactsArbitrary: fc.Arbitrary<SystemFacts> = fc
  .record({
    isCritical: fc.boolean(),
    rule: fc.option(ruleArbitrary, { nil: undefined }),
    owner: fc.constantFrom(undefined, 'group:default/support'),
    accounts: fc.uniqueArray(accountArbitrary, { selector: ({ id }) => id }),
    staff: fc.uniqueArray(staffMemberArbitrary, {
      selector: ({ entityRef }) => entityRef,
    }),
    /** Whose the accounts are, as far as there are so many staff members. */
    holders: fc.array(fc.nat(6), { minLength: 3, maxLength: 3 }),
    others: fc.array(otherIdentityArbitrary, { minLength: 3, maxLength: 3 }),
    signInSettings: fc
      .tuple(accessSettingsArbitrary, timeArbitrary)
      .map(([facts, now]) => toSignInSettings(facts, now)),
    logIns: fc.array(fc.option(timeArbitrary), { minLength: 3, maxLength: 3 }),
    orgRoles: orgRolesArbitrary,
    exceptions: fc.uniqueArray(openExceptionArbitrary, {
      maxLength: 4,
      selector: ({ id }) => id,
    }),
    now: timeArbitrary,
  })
  .map(({ holders, others, logIns, ...facts }) => ({
    ...facts,
    identities: new Map(
      facts.accounts.map(({ id }, index) => {
        const holder = facts.staff[holders[index]];
        return [id, holder ? anIdentity(holder) : others[index]];
      }),
    ),
    lastLogIns: new Map(
      facts.accounts.flatMap(({ id }, index): Array<[string, string]> => {
        const at = logIns[index];
        return at ? [[id, at]] : [];
      }),
    ),
  }));
