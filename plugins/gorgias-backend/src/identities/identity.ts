import { Identity } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { StaffMember } from '../staff/staffMember';

/**
 * That an account is a person's. Made by the account's e-mail address and
 * kept by its id: people who leave often get a placeholder address in
 * Gorgias, to keep their statistics, and must still be found.
 */
export interface IdentityLink {
  accountId: string;
  staffRef: string;
  /** The address that made the link. */
  email: string;
  linkedAt: string;
}

/** Writes an e-mail address so that equal ones look equal. */
export function normaliseEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** Finds staff members by e-mail address. */
export class StaffDirectory {
  readonly #byRef: Map<string, StaffMember>;
  readonly #byEmail = new Map<string, StaffMember[]>();

  constructor(staff: readonly StaffMember[]) {
    this.#byRef = new Map(staff.map(member => [member.entityRef, member]));
    for (const member of staff) {
      for (const email of new Set(member.emails.map(normaliseEmail))) {
        this.#byEmail.set(email, [...(this.#byEmail.get(email) ?? []), member]);
      }
    }
  }

  get(staffRef: string): StaffMember | undefined {
    return this.#byRef.get(staffRef);
  }

  findByEmail(email: string | null): StaffMember[] {
    return (email && this.#byEmail.get(normaliseEmail(email))) || [];
  }
}

/**
 * Says who an account is. Two people are never guessed between: an account
 * that could be either stays unidentified and names both.
 */
export function identify(
  account: Pick<Account, 'email' | 'kind'>,
  link: IdentityLink | undefined,
  staff: StaffDirectory,
): Identity {
  const matches = staff.findByEmail(account.email);
  const linked = link && staff.get(link.staffRef);
  if (link && linked) {
    const others = matches.filter(
      member => member.entityRef !== linked.entityRef,
    );
    if (others.length === 0) {
      return staffIdentity(
        linked,
        matches.length === 1
          ? `The e-mail address ${account.email} is theirs.`
          : `This account was theirs when its e-mail address was ${link.email}.`,
      );
    }
    return ambiguous(
      [linked, ...others],
      matches.includes(linked)
        ? `${matches.length} staff members have the e-mail address ${account.email}.`
        : `This account was ${linked.displayName}'s, and its e-mail address is now somebody else's.`,
    );
  }
  if (matches.length === 1) {
    return staffIdentity(
      matches[0],
      `The e-mail address ${account.email} is theirs.`,
    );
  }
  if (matches.length > 1) {
    return ambiguous(
      matches,
      `${matches.length} staff members have the e-mail address ${account.email}.`,
    );
  }
  return { type: 'unidentified', ground: unmatched(account), candidates: [] };
}

function unmatched(account: Pick<Account, 'email' | 'kind'>): string {
  if (account.email === null) {
    return 'The account has no e-mail address.';
  }
  return account.kind === 'bot'
    ? `It is a bot, and no staff member has the e-mail address ${account.email}.`
    : `No staff member has the e-mail address ${account.email}.`;
}

function staffIdentity(member: StaffMember, ground: string): Identity {
  return {
    type: 'staff-member',
    staffRef: member.entityRef,
    displayName: member.displayName,
    staffState: member.state,
    ground,
  };
}

function ambiguous(members: StaffMember[], ground: string): Identity {
  return {
    type: 'unidentified',
    ground,
    candidates: members.map(member => member.entityRef).sort(),
  };
}

/** The links to make for accounts that now are identified and were not before. */
export function newLinks(
  accounts: ReadonlyArray<Account>,
  known: ReadonlyMap<string, IdentityLink>,
  staff: StaffDirectory,
  now: string,
): IdentityLink[] {
  return accounts.flatMap(account => {
    if (known.has(account.id) || account.email === null) {
      return [];
    }
    const identity = identify(account, undefined, staff);
    return identity.type === 'staff-member'
      ? [
          {
            accountId: account.id,
            staffRef: identity.staffRef,
            email: account.email,
            linkedAt: now,
          },
        ]
      : [];
  });
}
