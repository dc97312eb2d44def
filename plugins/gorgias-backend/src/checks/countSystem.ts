import {
  CHECK_IDS,
  CheckId,
  countStatuses,
  JudgedSubject,
  VERDICT_STATUSES,
  VerdictCounts,
  VerdictStatus,
} from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { Stores } from '../database';
import { StatusCount } from '../systems/checkSummaries';

/** How many of each kind there are in a system. */
export interface Counts {
  verdicts: StatusCount[];
  accounts: Record<Account['state'], number>;
}

/** Counts what judging comes to, which saves counting it where it is kept. */
export class JudgedCounter {
  readonly #verdicts = Object.fromEntries(
    CHECK_IDS.map(checkId => [checkId, countStatuses([])]),
  ) as Record<CheckId, VerdictCounts>;
  readonly #accounts = { active: 0, deactivated: 0, gone: 0 };

  addAccount({ subject, checks }: JudgedSubject): void {
    this.#accounts[subject.account.state] += 1;
    for (const { checkId, outcome } of checks) {
      this.addVerdict(checkId, outcome.status);
    }
  }

  addVerdict(checkId: CheckId, status: VerdictStatus): void {
    this.#verdicts[checkId][status] += 1;
  }

  get counts(): Counts {
    return {
      verdicts: CHECK_IDS.flatMap(checkId =>
        VERDICT_STATUSES.map(status => ({
          checkId,
          status,
          n: this.#verdicts[checkId][status],
        })),
      ).filter(({ n }) => n > 0),
      accounts: this.#accounts,
    };
  }
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
