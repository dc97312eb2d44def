import {
  AccountFilter,
  AccountRow,
  AssignedIdentity,
  CHECK_IDS,
  Contradiction,
  Identity,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { identityEtagOf } from '../identities/identity';

/** An account as it is listed. */
export function toAccountRow(
  account: Account,
  known: {
    identity: Identity;
    assigned: AssignedIdentity | undefined;
    verdicts: Verdict[];
    contradictions: Contradiction[];
  },
): AccountRow {
  const { identity, assigned, verdicts, contradictions } = known;
  return {
    id: account.id,
    name: account.name,
    email: account.email,
    gorgiasRole: account.gorgiasRole,
    kind: account.kind,
    state: account.state,
    ownTwoFactor: account.ownTwoFactor,
    sso: account.sso,
    createdAt: account.createdAt,
    deactivatedAt: account.deactivatedAt,
    goneAt: account.goneAt,
    identity,
    ...(assigned && { assigned }),
    identityEtag: identityEtagOf(assigned),
    status: worstStatus(verdicts.map(({ status }) => status)),
    verdicts: [...verdicts].sort(
      (a, b) => CHECK_IDS.indexOf(a.checkId) - CHECK_IDS.indexOf(b.checkId),
    ),
    contradictions,
  };
}

/** Whether an account is a person's own. */
export function isOwn(
  { identity }: AccountRow,
  userEntityRef: string,
): boolean {
  return (
    identity.type === 'staff-member' && identity.staffRef === userEntityRef
  );
}

/** Whether a filter lets a row through; every part of it must. */
export function matchesFilter(row: AccountRow, filter: AccountFilter): boolean {
  const { search, check, status, state } = filter;
  const verdicts = row.verdicts.filter(
    verdict => !check || verdict.checkId === check,
  );
  return (
    (!state || row.state === state) &&
    (!status || verdicts.some(verdict => verdict.status === status)) &&
    (!check || verdicts.length > 0) &&
    (!search || textOf(row).includes(search.trim().toLowerCase()))
  );
}

function textOf(row: AccountRow): string {
  return [
    row.id,
    row.name,
    row.email,
    row.identity.type === 'staff-member' && row.identity.displayName,
  ]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}
