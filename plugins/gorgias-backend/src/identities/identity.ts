import { AssignedIdentity, Identity } from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { etagOf } from '../etags';
import { StaffMember } from '../staff/staffMember';
import { StaffDirectory } from './StaffDirectory';

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

/** What is kept of who an account is. */
export interface KnownIdentity {
  /** What its e-mail address said once. */
  link: IdentityLink | undefined;
  /** What a person says. */
  assigned: AssignedIdentity | undefined;
}

/**
 * Says who an account is: what a person says of it or, where nobody does,
 * what its e-mail address says now and did before. Two people are never
 * guessed between: an account that could be either stays unidentified and
 * names both.
 */
export function identify(
  account: Pick<Account, 'email' | 'kind'>,
  known: KnownIdentity,
  directory: StaffDirectory,
): Identity {
  if (known.assigned) {
    return identifyByAssignment(known.assigned, directory);
  }
  const match = directory.findByEmail(account.email);
  const { link } = known;
  const linked = link && directory.get(link.staffRef);
  if (link && linked) {
    return identifyByLink(account, link, linked, match);
  }
  if (!match) {
    return { type: 'unidentified', ground: unmatched(account), candidates: [] };
  }
  return match.members.length === 1
    ? staffIdentity(match.members[0], match.ground)
    : ambiguous(match.members, match.ground);
}

function identifyByAssignment(
  { assignment, assignedBy, assignedAt }: AssignedIdentity,
  directory: StaffDirectory,
): Identity {
  const by = directory.get(assignedBy)?.displayName ?? assignedBy;
  const on = assignedAt.slice(0, 10);
  if (assignment.type !== 'staff-member') {
    return { ...assignment, ground: `${by} classified it on ${on}.` };
  }
  const { staffRef, reason } = assignment;
  const member = directory.get(staffRef);
  return member
    ? staffIdentity(member, `${by} said so on ${on}: ${reason}`)
    : {
        type: 'unidentified',
        ground: `${by} said on ${on} that it is the account of ${staffRef}, who does not exist any more.`,
        candidates: [],
      };
}

function identifyByLink(
  account: Pick<Account, 'email'>,
  link: IdentityLink,
  linked: StaffMember,
  match: ReturnType<StaffDirectory['findByEmail']>,
): Identity {
  const members = match?.members ?? [];
  const others = members.filter(
    member => member.entityRef !== linked.entityRef,
  );
  if (others.length === 0) {
    const before =
      account.email === link.email
        ? `The e-mail address ${link.email} was theirs on ${link.linkedAt.slice(
            0,
            10,
          )}.`
        : `This account was theirs when its e-mail address was ${link.email}.`;
    return staffIdentity(linked, match?.ground ?? before);
  }
  return ambiguous(
    [linked, ...others],
    match && others.length < members.length
      ? match.ground
      : `This account was ${linked.displayName}'s, and its e-mail address is now somebody else's.`,
  );
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

/**
 * The links to make for accounts whose e-mail addresses now name one person
 * and did not before. What a person says of an account makes no difference:
 * when that is taken back, what is known is what the addresses told all the
 * while.
 */
export function newLinks(
  accounts: ReadonlyArray<Account>,
  known: ReadonlyMap<string, IdentityLink>,
  directory: StaffDirectory,
  now: string,
): IdentityLink[] {
  return accounts.flatMap(({ id, email }) => {
    const members = directory.findByEmail(email)?.members ?? [];
    return known.has(id) || email === null || members.length !== 1
      ? []
      : [
          {
            accountId: id,
            staffRef: members[0].entityRef,
            email,
            linkedAt: now,
          },
        ];
  });
}

/** Stands for what a person says an account is, so that nobody overwrites what they have not seen. */
export function identityEtagOf(
  assigned: AssignedIdentity | null | undefined,
): string {
  return etagOf(assigned ?? null);
}
