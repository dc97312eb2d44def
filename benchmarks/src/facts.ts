import { toAccountFacts } from '../../plugins/gorgias-backend/src/accounts/account';
import { SystemFacts } from '../../plugins/gorgias-backend/src/checks/SystemFacts';
import { identify } from '../../plugins/gorgias-backend/src/identities/identity';
import { orgRolesOf, ruleOf, Size, staffOf, usersOf } from './organisation';
import { evaluator } from './system';

/** Everything that is known of an organisation and its critical system at a time. */
export function factsOf(size: Size, at: string): SystemFacts {
  const staff = staffOf(size);
  const accounts = usersOf(size)
    .map(toAccountFacts)
    .map(facts => ({
      ...facts,
      firstSeenAt: at,
      lastSeenAt: at,
      goneAt: null,
    }));
  return {
    isCritical: true,
    rule: ruleOf(size),
    owner: staff[0].entityRef,
    accounts,
    identities: identitiesOf({ accounts, staff }),
    signInSettings: {
      ssoEnforced: false,
      twoFactorEnforced: false,
      twoFactorEnforcedAt: null,
      ssoWays: [],
    },
    staff,
    orgRoles: orgRolesOf(size),
    exceptions: [],
    lastLogIns: new Map(),
    now: at,
  };
}

/** Who everybody is by the e-mail addresses alone. */
export function identitiesOf({
  accounts,
  staff,
}: Pick<SystemFacts, 'accounts' | 'staff'>): SystemFacts['identities'] {
  const directory = evaluator.directory(staff);
  return new Map(
    accounts.map(account => [
      account.id,
      identify(account, { link: undefined, assigned: undefined }, directory),
    ]),
  );
}
