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
    // One person can have several accounts.
    let person = people.get(staffMember);
    if (person === undefined) {
      person = digestOfPerson(staffMember);
      people.set(staffMember, person);
    }
    let all = forAll + person + describeAccount(account);
    // What else there is of a staff member is told with the person.
    all +=
      identity.type === 'staff-member'
        ? identity.staffRef + JSON.stringify(identity.groundParts)
        : JSON.stringify(identity);
    if (lastLogInAt !== null) all += lastLogInAt;
    if (exceptions.length > 0) all += JSON.stringify(exceptions);
    return digest(all + describeChecks(checks));
  };
}

function digestOfPerson(
  staffMember: JudgedOne['subject']['staffMember'],
): string {
  const { firstSeenAt, lastSeenAt, ...facts } = (staffMember ??
    {}) as Partial<StaffMember>;
  return digest(JSON.stringify(facts));
}

/**
 * What is known of an account, without when it was seen. Neither this nor what
 * checks say is made JSON, since there is much of it; no text holds the
 * character that stands between.
 */
function describeAccount(account: Account): string {
  let all = '';
  for (const field of Object.keys(account) as Array<keyof Account>) {
    if (field !== 'firstSeenAt' && field !== 'lastSeenAt') {
      const value = account[field];
      all += value === null ? '\0' : `\0=${value}`;
    }
  }
  return `${all}\0`;
}

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
