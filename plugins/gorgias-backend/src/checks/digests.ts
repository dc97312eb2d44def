import { hash } from 'node:crypto';
import {
  CommonGround,
  DueDays,
  JudgedSubject,
  OwnSubject,
  SubjectToJudge,
} from 'backstage-plugin-gorgias-checks';
import { Account } from '../accounts/account';
import { StoredException } from '../exceptions/ExceptionStore';
import { StaffMember } from '../staff/staffMember';

const { version } = require('../../package.json') as { version: string };

/** Of each 132 bits, so that both fit where one was kept. */
const LENGTH = 22;

/** An account of a system and what the checks say of it. */
export type JudgedOne = JudgedSubject<Account, StoredException>;

/** An account of a system as checks see it. */
export type OneToJudge = SubjectToJudge<Account, StoredException>;

/** What stands for what an account is judged from, and for what came of it. */
export interface Digester {
  /**
   * Stands for everything that all accounts are judged by, but for the time:
   * as long as it is the same, an account of which nothing else changed is
   * judged as before.
   */
  ground: string;
  /** Stands for everything that an account alone is judged from. */
  ofSubject(one: OneToJudge): string;
  /**
   * Stands for everything that is kept of an account when it is judged, and
   * begins with what stands for what it was judged from: as long as it is the
   * same, so is all of that, and need not be compared. Verdicts themselves say
   * since when they hold, which stays as it was; what was seen when makes no
   * difference.
   */
  ofJudged(subject: string, checks: JudgedOne['checks']): string;
}

export function digester(
  { now: _, existing, ...common }: CommonGround,
  dueDays: DueDays,
): Digester {
  // Another version may say the same in other words.
  const forAll = digest(JSON.stringify([version, common, dueDays]));
  const people = new Map<StaffMember | undefined, string>();
  return {
    ground: digest(forAll + [...existing].sort().join('\0')),
    ofSubject({ subject, exceptions }) {
      const { account, lastLogInAt } = subject;
      // Of a staff member, which has more than checks are told.
      const staffMember = subject.staffMember as StaffMember | undefined;
      // One person can have several accounts.
      let person = people.get(staffMember);
      if (person === undefined) {
        person = digestOfPerson(staffMember);
        people.set(staffMember, person);
      }
      // Each fact by its name, so that none that is judged from is left out.
      const facts: Record<keyof OwnSubject, string> = {
        account: describeAccount(account),
        identity: describeIdentity(subject),
        staffMember: person,
        lastLogInAt: `\0${lastLogInAt}`,
      };
      let all = exceptions.length > 0 ? JSON.stringify(exceptions) : '';
      for (const fact of Object.values(facts)) all += fact;
      return digest(all);
    },
    ofJudged: (subject, checks) =>
      subject + digest(forAll + subject + describeChecks(checks)),
  };
}

function digestOfPerson(staffMember: StaffMember | undefined): string {
  const { firstSeenAt, lastSeenAt, ...facts } = staffMember ?? {};
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

/** Of a staff member, the rest is told with the person. */
function describeIdentity({
  identity,
  staffMember,
  existing,
}: OneToJudge['subject']): string {
  if (staffMember && identity.type === 'staff-member') {
    return identity.staffRef + JSON.stringify(identity.groundParts);
  }
  const isThere = 'owner' in identity && existing.has(identity.owner);
  return JSON.stringify([identity, isThere]);
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
  return hash('sha256', content, 'base64').slice(0, LENGTH);
}
