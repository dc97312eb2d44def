import { AccessRuleSpec, Identity } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { SignInSettings, toSignInSettings } from '../accounts/signInSettings';
import { Stores } from '../database';
import { identify, StaffDirectory } from '../identities/identity';
import { StaffMember } from '../staff/staffMember';
import { judgeAccessControl } from './accessControlConfigured';
import { accessValid } from './accessValid';
import { mfaEnabled } from './mfaEnabled';
import { offboardedAccessRemoved } from './offboardedAccessRemoved';
import { AccountCheck, AccountSubject } from './types';
import { userIdentified } from './userIdentified';
import { toVerdict } from './verdict';
import { StoredVerdict } from './VerdictStore';

/** The checks that judge accounts, in the order they are shown. */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [
  userIdentified,
  offboardedAccessRemoved,
  mfaEnabled,
  accessValid,
];

/** Everything that is known of a system when it is judged. */
export interface SystemFacts {
  isCritical: boolean;
  rule: AccessRuleSpec | undefined;
  owner: string | undefined;
  accounts: Account[];
  identities: Map<string, Identity>;
  signInSettings: SignInSettings;
  staff: StaffMember[];
  orgRoles: string[];
}

/** Collects what is known of a system, as one consistent state if the stores are in a transaction. */
export async function loadSystemFacts(
  stores: Stores,
  entityRef: string,
  now: string,
): Promise<SystemFacts> {
  const connection = await stores.connections.findByEntity(entityRef);
  const critical = await stores.criticalSystems.get(entityRef);
  const rule = await stores.accessRules.get(entityRef);
  const staff = await stores.staff.list();
  const accounts = connection ? await stores.accounts.list(connection.id) : [];
  const links = connection
    ? await stores.identityLinks.list(connection.id)
    : [];
  const linkOf = new Map(links.map(link => [link.accountId, link]));
  const directory = new StaffDirectory(staff);
  return {
    isCritical: critical !== undefined,
    rule: critical && rule?.spec,
    owner: critical?.owner ?? undefined,
    accounts,
    identities: new Map(
      accounts.map(account => [
        account.id,
        identify(account, linkOf.get(account.id), directory),
      ]),
    ),
    signInSettings: toSignInSettings(
      connection ? await stores.accessSettings.get(connection.id) : {},
      now,
    ),
    staff,
    orgRoles: await stores.staff.listOrgRoles(),
  };
}

/** The subjects that the checks of accounts judge. */
export function accountSubjects(facts: SystemFacts): AccountSubject[] {
  const staffOf = new Map(
    facts.staff.map(member => [member.entityRef, member]),
  );
  return facts.accounts.map(account => {
    const identity = facts.identities.get(account.id)!;
    return {
      account,
      identity,
      staffMember:
        identity.type === 'staff-member'
          ? staffOf.get(identity.staffRef)
          : undefined,
      signInSettings: facts.signInSettings,
      rule: facts.rule,
      systemOwner: facts.owner,
    };
  });
}

/**
 * Judges a system by all five checks and keeps the verdicts. Call it in the
 * transaction that changed what they rest on.
 */
export async function evaluateSystem(
  stores: Stores,
  entityRef: string,
  now: string,
): Promise<void> {
  await stores.verdicts.begin(entityRef, now);
  const facts = await loadSystemFacts(stores, entityRef, now);
  const previous = new Map(
    (await stores.verdicts.list(entityRef)).map(({ accountId, verdict }) => [
      `${verdict.checkId}/${accountId}`,
      verdict,
    ]),
  );
  const verdicts: StoredVerdict[] = accountSubjects(facts).flatMap(subject =>
    ACCOUNT_CHECKS.map(check => ({
      accountId: subject.account.id,
      verdict: toVerdict(
        check.id,
        check.judge(subject),
        previous.get(`${check.id}/${subject.account.id}`),
        now,
      ),
    })),
  );
  verdicts.push({
    accountId: '',
    verdict: toVerdict(
      'access-control-configured',
      judgeAccessControl({ ...facts, systemOwner: facts.owner }),
      previous.get('access-control-configured/'),
      now,
    ),
  });
  await stores.verdicts.replace(entityRef, verdicts);
}
