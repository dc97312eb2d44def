import { Account } from '../accounts/account';
import { Stores } from '../database';
import { StatusCount } from '../systems/checkSummaries';

/** How many of each kind there are in a system. */
export interface Counts {
  verdicts: StatusCount[];
  accounts: Record<Account['state'], number>;
}

/** Counts what the last evaluation of a system found, which takes the longer the more accounts there are. */
export async function countSystem(
  stores: Pick<Stores, 'verdicts' | 'judgedAccounts'>,
  entityRef: string,
): Promise<Counts> {
  const verdicts = await stores.verdicts.count(entityRef);
  return {
    verdicts: verdicts.map(({ checkId, status, n }) => ({
      checkId,
      status,
      n,
    })),
    accounts: await stores.judgedAccounts.countByState(entityRef),
  };
}
