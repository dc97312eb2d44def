import { hash } from 'node:crypto';
import { DueDays, JudgedSubject } from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { StoredException } from '../exceptions/ExceptionStore';
import { SystemFacts } from './SystemFacts';

const { version } = require('../../package.json') as { version: string };

/** An account of a system and what the checks say of it. */
export type JudgedOne = JudgedSubject<Account, StoredException>;

/**
 * What stands for everything that is kept of each account when it is judged:
 * as long as it is the same, so is all of that, and need not be compared.
 * Verdicts themselves say since when they hold, which stays as it was; what
 * was seen when makes no difference.
 *
 * @returns by account id
 */
export function digestsOf(
  { rule, signInSettings, owner }: SystemFacts,
  judged: readonly JudgedOne[],
  dueDays: DueDays,
): Map<string, string> {
  // Another version may say the same in other words.
  const forAll = digest([version, rule, signInSettings, owner, dueDays]);
  return new Map(
    judged.map(({ subject, exceptions, checks }) => {
      const { account, identity, staffMember, lastLogInAt } = subject;
      const { firstSeenAt, lastSeenAt, ...facts } = account;
      return [
        account.id,
        digest([
          forAll,
          facts,
          identity,
          staffMember && {
            ...staffMember,
            firstSeenAt: undefined,
            lastSeenAt: undefined,
          },
          lastLogInAt,
          exceptions,
          checks.map(({ outcome, lapses }) => [
            outcome.status,
            outcome.ground,
            outcome.remedy,
            outcome.owner,
            outcome.exceptionId,
            lapses.length,
          ]),
        ]),
      ];
    }),
  );
}

function digest(content: unknown[]): string {
  return hash('sha256', JSON.stringify(content), 'base64');
}
