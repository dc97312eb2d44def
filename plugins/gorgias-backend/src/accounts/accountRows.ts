import { toStale } from 'backstage-plugin-gorgias-checks';
import {
  AccountRow,
  CHECK_IDS,
  Contradiction,
  Verdict,
  worstStatus,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { Stores } from '../database';
import { identityEtagOf } from '../identities/identity';
import { Answers, ask } from '../questions';
import { staleSince } from '../systems/freshness';
import { Standing } from '../systems/standing';
import { ListedAccount } from './ListedAccountStore';

/**
 * What has to be asked to list some accounts.
 *
 * @param ids - no more than a statement may have, or what finds them
 */
function askForRows(
  stores: Stores,
  entityRef: string,
  connectionId: string,
  ids: readonly string[] | Knex.QueryBuilder,
) {
  return {
    accounts: stores.listedAccounts.of(entityRef, connectionId, ids),
    verdicts: stores.verdicts.about(entityRef, ids),
  };
}

/**
 * Some accounts as they are listed, in the order of their ids. Each question
 * by itself: of many rows, PostgreSQL takes twice as long to make JSON of them.
 */
export async function loadAccountRows(
  stores: Stores,
  standing: Standing,
  ids: readonly string[],
): Promise<AccountRow[]> {
  const { entityRef, judged } = standing;
  if (!judged || ids.length === 0) {
    return [];
  }
  const { accounts, verdicts } = askForRows(stores, entityRef, judged.id, ids);
  return toAccountRows(standing, ids, {
    accounts: await ask(accounts),
    verdicts: await ask(verdicts),
  });
}

/** What has to be asked to list the accounts of one person, of whom there are few. */
export function askForOwnRows(
  stores: Stores,
  entityRef: string,
  connectionId: string,
  userEntityRef: string,
) {
  const own = {
    entityRef,
    filter: {},
    order: {},
    // Their order hangs on nothing that gets too old.
    stale: false,
    ownerRef: userEntityRef,
  };
  return {
    listed: stores.judgedAccounts.listed(own),
    ...askForRows(
      stores,
      entityRef,
      connectionId,
      stores.judgedAccounts.idsOf(own),
    ),
  };
}

/** Some accounts as they are listed, in the order of these ids; those that there are not are left out. */
export function toAccountRows(
  { judged, freshness, contradictions }: Standing,
  ids: readonly string[],
  { accounts, verdicts }: Answers<ReturnType<typeof askForRows>>,
): AccountRow[] {
  if (!judged) {
    return [];
  }
  const since =
    freshness.stale &&
    staleSince(freshness.factsAt!, freshness.staleAfterSeconds);
  const verdictsOf = new Map(ids.map(id => [id, [] as Verdict[]]));
  for (const { accountId, verdict } of verdicts) {
    verdictsOf.get(accountId)?.push(since ? toStale(verdict, since) : verdict);
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
