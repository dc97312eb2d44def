import {
  AccessControlFacts,
  AccessRuleSpec,
  AccountSubject,
  CheckId,
  ExceptionFacts,
  GroundedIdentity,
  SignInSettings,
  SubjectException,
  SubjectStaffMember,
} from 'backstage-plugin-gorgias-checks';
import type { PopulationRow, PopulationVerdict } from './population';

/**
 * What an account was judged by, beyond what its row says of it anyway. No
 * more than the checks need, since people are named beside it.
 *
 * @public
 */
export type RowFacts = {
  ownTwoFactor: boolean | null;
  hasPassword: boolean | null;
  sso: string | null;
  staffMember?: {
    /** Of the person's org roles those that the access rule names. */
    orgRoles: string[];
    /** Only of somebody who has left. */
    offboardedAt?: string | null;
    /** Only of somebody who has left. */
    lastLogInAt?: string | null;
  };
  /** Whether the owner of a service account or of an external's account exists. */
  ownerExists?: boolean;
  /** The exceptions in force. */
  exceptions?: Array<{
    id: string;
    checkId: CheckId;
    until: string;
    facts: ExceptionFacts;
  }>;
};

/** What a system and all of its accounts were judged by. @public */
export type RecordedSystem = {
  isCritical: boolean;
  /** The access rule, `null` for none. */
  rule: AccessRuleSpec | null;
  signInSettings: SignInSettings;
  accessControl: Omit<AccessControlFacts, 'isCritical' | 'rule'>;
  /** On whether its access control is configured. */
  verdict: PopulationVerdict;
};

/**
 * Takes down what an account was judged by.
 *
 * @param exceptions - those in force, of any account
 * @public
 */
export function recordFacts(
  {
    account,
    identity,
    staffMember,
    rule,
    existing,
    lastLogInAt,
  }: AccountSubject,
  exceptions: readonly SubjectException[],
): RowFacts {
  const { ownTwoFactor, hasPassword, sso } = account;
  const own = exceptions.filter(({ accountId }) => accountId === account.id);
  const named = rule?.type === 'org-roles' ? rule.orgRoles : [];
  // In canonical order, since there are many to be hashed.
  return {
    ...(own.length > 0 && {
      exceptions: own.map(({ id, checkId, until, facts }) => ({
        id,
        checkId,
        until,
        facts,
      })),
    }),
    hasPassword,
    ownTwoFactor,
    ...('owner' in identity && { ownerExists: existing.has(identity.owner) }),
    sso,
    ...(staffMember && {
      staffMember: {
        ...(staffMember.state === 'offboarded' && {
          lastLogInAt,
          offboardedAt: staffMember.offboardedAt,
        }),
        orgRoles: named.filter(role => staffMember.orgRoles.includes(role)),
      },
    }),
  };
}

/** What can be judged again of an account. @public */
export interface RecordedAccount {
  subject: AccountSubject;
  exceptions: SubjectException[];
}

/**
 * Makes what is judged from what was taken down. Only what the status of a
 * verdict hangs on is in it; what is merely told with it is left empty.
 *
 * @public
 */
export function recallAccount(
  row: PopulationRow,
  facts: RowFacts,
  { rule, signInSettings }: Pick<RecordedSystem, 'rule' | 'signInSettings'>,
  now: string,
): RecordedAccount {
  const { ownTwoFactor, hasPassword, sso } = facts;
  const { accountId, state, kind, email, gorgiasRole, identity } = row;
  return {
    subject: {
      account: {
        id: accountId,
        state: state as 'active' | 'deactivated',
        kind: kind as 'human' | 'bot' | 'unknown',
        email,
        gorgiasRole,
        ownTwoFactor,
        hasPassword,
        sso,
        deactivatedAt: null,
        goneAt: null,
      },
      identity: recallIdentity(identity),
      staffMember: recallStaffMember(identity, facts.staffMember),
      signInSettings,
      rule: rule ?? undefined,
      existing: new Set(facts.ownerExists ? [identity.owner!] : []),
      lastLogInAt: facts.staffMember?.lastLogInAt ?? null,
      systemOwner: undefined,
      now,
    },
    exceptions: (facts.exceptions ?? []).map(exception => ({
      ...exception,
      accountId,
      status: 'approved',
      reason: '',
      requestedAt: now,
      decidedBy: '',
    })),
  };
}

function recallIdentity({
  type,
  staffRef = '',
  displayName = '',
  staffState,
  owner = '',
  purpose = '',
  reviewAt = '',
}: PopulationRow['identity']): GroundedIdentity {
  const grounded = { ground: '', groundParts: [] };
  switch (type) {
    case 'staff-member':
      return {
        type,
        staffRef,
        displayName,
        staffState: staffState as 'current' | 'offboarded',
        ...grounded,
      };
    case 'service-account':
    case 'external':
      return { type, owner, purpose, reviewAt, ...grounded };
    default:
      return { type: 'unidentified', candidates: [], ...grounded };
  }
}

function recallStaffMember(
  identity: PopulationRow['identity'],
  facts: RowFacts['staffMember'],
): SubjectStaffMember | undefined {
  return (
    facts && {
      entityRef: identity.staffRef!,
      displayName: identity.displayName!,
      orgRoles: facts.orgRoles,
      groups: [],
      manager: null,
      state: identity.staffState as 'current' | 'offboarded',
      offboardedAt: facts.offboardedAt ?? null,
      offboardedGround: null,
    }
  );
}
