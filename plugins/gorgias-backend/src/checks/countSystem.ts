import { CHECK_IDS, VERDICT_STATUSES } from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { Stores } from '../database';
import { StatusCount } from '../systems/checkSummaries';
import { VerdictPair } from './verdictPairs';

/** How many of each kind there are in a system. */
export interface Counts {
  verdicts: StatusCount[];
  accounts: Record<Account['state'], number>;
}

/**
 * Counts what there is after an evaluation, which saves counting what is kept.
 *
 * @param before - how many verdicts there were, where not all of them were
 * compared
 */
export function countJudged(
  accounts: readonly Account[],
  pairs: readonly VerdictPair[],
  before: readonly StatusCount[] | undefined,
): Counts {
  const verdicts = new Map<string, number>();
  const add = (key: string, n: number) =>
    verdicts.set(key, (verdicts.get(key) ?? 0) + n);
  for (const { checkId, status, n } of before ?? []) {
    add(`${checkId}/${status}`, n);
  }
  for (const pair of pairs) {
    if (pair.after) add(`${pair.checkId}/${pair.after.status}`, 1);
    if (pair.before && before) add(`${pair.checkId}/${pair.before.status}`, -1);
  }
  const states = { active: 0, deactivated: 0, gone: 0 };
  for (const { state } of accounts) states[state] += 1;
  return {
    verdicts: CHECK_IDS.flatMap(checkId =>
      VERDICT_STATUSES.map(status => ({
        checkId,
        status,
        n: verdicts.get(`${checkId}/${status}`) ?? 0,
      })),
    ).filter(({ n }) => n > 0),
    accounts: states,
  };
}

/** Counts what is kept of a system, where no evaluation did so yet. */
export async function countSystem(
  stores: Pick<Stores, 'verdicts' | 'judgedAccounts'>,
  entityRef: string,
): Promise<Counts> {
  return {
    verdicts: await stores.verdicts.count(entityRef),
    accounts: await stores.judgedAccounts.countByState(entityRef),
  };
}
