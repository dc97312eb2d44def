import { hash } from 'node:crypto';
import { DueDays, JudgedSubject } from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { StoredException } from '../exceptions/ExceptionStore';
import { StaffMember } from '../staff/staffMember';
import { SystemFacts } from './SystemFacts';

const { version } = require('../../package.json') as { version: string };

/** An account of a system and what the checks say of it. */
export type JudgedOne = JudgedSubject<Account, StoredException>;

/**
 * Makes what stands for everything that is kept of an account when it is
 * judged: as long as it is the same, so is all of that, and need not be
 * compared. Verdicts themselves say since when they hold, which stays as it
 * was; what was seen when makes no difference.
 */
export function digester(
  { rule, signInSettings, owner }: SystemFacts,
  dueDays: DueDays,
): (judged: JudgedOne) => string {
  // Another version may say the same in other words.
  const forAll = digest(
    JSON.stringify([version, rule, signInSettings, owner, dueDays]),
  );
  const people = new Map<JudgedOne['subject']['staffMember'], string>();
  return ({ subject, exceptions, checks }) => {
    const { account, identity, staffMember, lastLogInAt } = subject;
    const { firstSeenAt, lastSeenAt, ...facts } = account;
    // One person can have several accounts.
    let person = people.get(staffMember);
    if (person === undefined) {
      person = digestOfPerson(staffMember);
      people.set(staffMember, person);
    }
    const known = JSON.stringify([
      Object.values(facts),
      identity,
      lastLogInAt,
      exceptions,
    ]);
    return digest(`${forAll}${person}${known}${describeChecks(checks)}`);
  };
}

function digestOfPerson(
  staffMember: JudgedOne['subject']['staffMember'],
): string {
  const { firstSeenAt, lastSeenAt, ...facts } = (staffMember ??
    {}) as Partial<StaffMember>;
  return digest(JSON.stringify(facts));
}

/** Not as JSON, since these are the longest texts, of every account. */
function describeChecks(checks: JudgedOne['checks']): string {
  let all = '';
  for (const { outcome, lapses } of checks) {
    const { status, ground, remedy, owner, exceptionId } = outcome;
    all += `\0${status}\0${ground}\0${remedy}\0${owner}\0${exceptionId}\0${lapses.length}`;
  }
  return all;
}

function digest(content: string): string {
  return hash('sha256', content, 'base64');
}
