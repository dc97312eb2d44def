import { JudgedSubject, staleStatus } from 'backstage-plugin-gorgias-checks';
import {
  CheckId,
  Identity,
  VERDICT_STATUSES,
  VerdictStatus,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Account } from './account';
import { SortKeys, sortKeysOf } from './sortKeys';

/** The checks that judge accounts. */
export type AccountCheckId = Exclude<CheckId, 'access-control-configured'>;

/** An account as an evaluation found it: all that lists are searched, narrowed and put in order by. */
export interface JudgedAccount {
  id: string;
  state: Account['state'];
  gorgiasRole: string | null;
  identity: Identity;
  /** When the staff member left. */
  offboardedAt: string | null;
  /** The staff member's groups. */
  groups: string[];
  statuses: Record<AccountCheckId, VerdictStatus>;
  /** The place of the worst status, as long as the facts are current and after. */
  rank: { current: number; stale: number };
  searchText: string;
  keys: SortKeys;
  /** Stands for all that this and the verdicts rest on. */
  digest: string;
}

/** What is taken of an account and what the checks say of it. */
type Judged = Pick<JudgedSubject<Account>, 'checks'> & {
  digest: string;
  subject: Pick<
    JudgedSubject<Account>['subject'],
    'account' | 'identity' | 'staffMember'
  >;
};

/** What an evaluation found of an account. */
export function toJudgedAccount({
  subject: { account, identity, staffMember },
  checks,
  digest,
}: Judged): JudgedAccount {
  const all = checks.map(({ outcome }) => outcome.status);
  return {
    id: account.id,
    state: account.state,
    gorgiasRole: account.gorgiasRole,
    identity,
    offboardedAt: staffMember?.offboardedAt ?? null,
    groups: staffMember?.groups ?? [],
    statuses: Object.fromEntries(
      checks.map(({ checkId, outcome }) => [checkId, outcome.status]),
    ) as JudgedAccount['statuses'],
    rank: { current: rankOf(all), stale: rankOf(all.map(staleStatus)) },
    searchText: searchTextOf(account, identity),
    keys: sortKeysOf(account, identity),
    digest,
  };
}

/** Text as it is searched, both what is looked for and where. */
export function toSearchText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function rankOf(statuses: VerdictStatus[]): number {
  return VERDICT_STATUSES.indexOf(worstStatus(statuses));
}

function searchTextOf(
  { id, name, email }: Account,
  identity: Identity,
): string {
  const staffName =
    identity.type === 'staff-member' ? identity.displayName : null;
  return toSearchText([id, name, email, staffName].filter(Boolean).join('\n'));
}
