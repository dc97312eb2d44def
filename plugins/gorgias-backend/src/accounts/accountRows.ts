import { toStale } from 'backstage-plugin-gorgias-checks';
import {
  AccountRow,
  CHECK_IDS,
  Contradiction,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { identityEtagOf } from '../identities/identity';
import { staleSince } from '../systems/freshness';
import { Standing } from '../systems/standing';
import { ListedAccount } from './ListedAccountStore';

/** Some accounts as they are listed, in the order of these ids; those that there are not are left out. */
export async function loadAccountRows(
  stores: Stores,
  { entityRef, judged, freshness, contradictions }: Standing,
  ids: readonly string[],
): Promise<AccountRow[]> {
  if (!judged || ids.length === 0) {
    return [];
  }
  const accounts = await stores.listedAccounts.list(entityRef, judged.id, ids);
  const since =
    freshness.stale &&
    staleSince(freshness.factsAt!, freshness.staleAfterSeconds);
  const verdictsOf = new Map(ids.map(id => [id, [] as Verdict[]]));
  for (const { accountId, verdict } of await stores.verdicts.listAbout(
    entityRef,
    ids,
  )) {
    verdictsOf.get(accountId)!.push(since ? toStale(verdict, since) : verdict);
  }
  return ids.flatMap(id => {
    const account = accounts.get(id);
    return account
      ? [
          toAccountRow(
            account,
            verdictsOf.get(id)!,
            contradictions.filter(({ accountId }) => accountId === id),
          ),
        ]
      : [];
  });
}

/** The accounts of one person. */
export async function loadOwnAccounts(
  stores: Stores,
  standing: Standing,
  userEntityRef: string,
): Promise<AccountRow[]> {
  const own = await stores.judgedAccounts.list({
    entityRef: standing.entityRef,
    filter: {},
    order: {},
    stale: standing.freshness.stale,
    ownerRef: userEntityRef,
  });
  return loadAccountRows(
    stores,
    standing,
    own.map(({ id }) => id),
  );
}

function toAccountRow(
  account: ListedAccount,
  verdicts: Verdict[],
  contradictions: Contradiction[],
): AccountRow {
  const { assigned } = account;
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
    lastLogInAt: account.lastLogInAt,
    identity: account.identity,
    orgRoles: account.groups,
    ...(assigned && { assigned }),
    identityEtag: identityEtagOf(assigned),
    status: worstStatus(verdicts.map(({ status }) => status)),
    verdicts: verdicts.sort(
      (a, b) => CHECK_IDS.indexOf(a.checkId) - CHECK_IDS.indexOf(b.checkId),
    ),
    contradictions,
  };
}
