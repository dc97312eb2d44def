import { GroundedIdentity } from 'backstage-plugin-gorgias-checks';
import {
  AssignedIdentity,
  Message,
  message,
  sayInEnglish,
} from 'backstage-plugin-gorgias-common';
import { Account } from '../accounts/account';
import { etagOf } from '../etags';
import { StaffMember } from '../staff/staffMember';
import { IdentityMatch } from './identityMatch';
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
  /** What matchers say. */
  matches?: readonly IdentityMatch[];
  /** What a person says. */
  assigned: AssignedIdentity | undefined;
}

/**
 * Says who an account is: what a person says of it or, where nobody does,
 * what its e-mail address says now and did before or, where that says nothing,
 * what matchers do. Two people are never guessed between: an account that
 * could be either stays unidentified and names both.
 */
export function identify(
  account: Pick<Account, 'email' | 'kind'>,
  known: KnownIdentity,
  directory: StaffDirectory,
): GroundedIdentity {
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
    return (
      identifyByMatchers(known.matches ?? [], directory) ??
      unidentified(unmatched(account), [])
    );
  }
  return match.members.length === 1
    ? staffIdentity(match.members[0], match.ground)
    : ambiguous(match.members, match.ground);
}

function identifyByAssignment(
  { assignment, assignedBy, assignedAt }: AssignedIdentity,
  directory: StaffDirectory,
): GroundedIdentity {
  const by = directory.get(assignedBy)?.displayName ?? assignedBy;
  const on = { day: assignedAt };
  if (assignment.type !== 'staff-member') {
    return {
      ...assignment,
      ...grounded(message('identity.classified', { by, on })),
    };
  }
  const { staffRef, reason } = assignment;
  const member = directory.get(staffRef);
  return member
    ? staffIdentity(member, message('identity.saidSo', { by, on, reason }))
    : unidentified(message('identity.saidMissing', { by, on, staffRef }), []);
}

function identifyByLink(
  account: Pick<Account, 'email'>,
  link: IdentityLink,
  linked: StaffMember,
  match: ReturnType<StaffDirectory['findByEmail']>,
): GroundedIdentity {
  const members = match?.members ?? [];
  const others = members.filter(
    member => member.entityRef !== linked.entityRef,
  );
  if (others.length === 0) {
    const before =
      account.email === link.email
        ? message('identity.wasTheirAddress', {
            email: link.email,
            on: { day: link.linkedAt },
          })
        : message('identity.wasTheirAccount', { email: link.email });
    return staffIdentity(linked, match?.ground ?? before);
  }
  return ambiguous(
    [linked, ...others],
    match && others.length < members.length
      ? match.ground
      : message('identity.nowSomebodyElses', { name: linked.displayName }),
  );
}

function identifyByMatchers(
  matches: readonly IdentityMatch[],
  directory: StaffDirectory,
): GroundedIdentity | undefined {
  const existing = matches.filter(({ staffRef }) => directory.get(staffRef));
  const refs = [...new Set(existing.map(({ staffRef }) => staffRef))];
  const members = refs.map(ref => directory.get(ref)!);
  if (members.length > 1) {
    return ambiguous(members, message('identity.matchersDisagree'));
  }
  return existing.length === 0
    ? undefined
    : staffIdentity(
        members[0],
        message('identity.matcherSays', {
          matcher: existing[0].matcherId,
          reason: existing[0].reason,
        }),
      );
}

function unmatched({ email, kind }: Pick<Account, 'email' | 'kind'>): Message {
  if (email === null) {
    return message('identity.noAddress');
  }
  return kind === 'bot'
    ? message('identity.botNobodyHas', { email })
    : message('identity.noStaffMemberHas', { email });
}

function staffIdentity(member: StaffMember, ground: Message): GroundedIdentity {
  return {
    type: 'staff-member',
    staffRef: member.entityRef,
    displayName: member.displayName,
    staffState: member.state,
    ground: sayInEnglish([ground]),
    groundParts: [ground],
  };
}

function ambiguous(members: StaffMember[], ground: Message): GroundedIdentity {
  return unidentified(ground, members.map(member => member.entityRef).sort());
}

function unidentified(ground: Message, candidates: string[]): GroundedIdentity {
  return { type: 'unidentified', ...grounded(ground), candidates };
}

function grounded(ground: Message) {
  return { ground: sayInEnglish([ground]), groundParts: [ground] };
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

const NOTHING_SAID = etagOf(null);

/** Stands for what a person says an account is, so that nobody overwrites what they have not seen. */
export function identityEtagOf(
  assigned: AssignedIdentity | null | undefined,
): string {
  return assigned ? etagOf(assigned) : NOTHING_SAID;
}
