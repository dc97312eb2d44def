import { StaffReading, StaffRecord } from 'backstage-plugin-gorgias-node';

/** A person of the organisation, also one who has left. Times are ISO 8601 in UTC. */
export interface StaffMember {
  entityRef: string;
  displayName: string;
  emails: string[];
  /** Groups with their ancestors; those of the last day for somebody who vanished. */
  orgRoles: string[];
  state: 'current' | 'offboarded';
  offboardedAt: string | null;
  /** How we know: a mark on the User entity, or that it vanished. */
  offboardedGround: 'mark' | 'vanished' | null;
  firstSeenAt: string;
  lastSeenAt: string;
}

/**
 * What a complete reading of staff makes of what was known: people who are
 * no longer in it have left, people who are again have come back.
 */
export function updateStaff(
  known: readonly StaffMember[],
  reading: StaffReading,
  readAt: string,
): StaffMember[] {
  const before = new Map(known.map(member => [member.entityRef, member]));
  const present = reading.staff.map((record): StaffMember => {
    const member = before.get(record.entityRef);
    before.delete(record.entityRef);
    const offboardedAt = offboardedAtOf(record, member, readAt);
    return {
      entityRef: record.entityRef,
      displayName: record.displayName,
      emails: record.emails,
      orgRoles: record.orgRoles,
      state: offboardedAt ? 'offboarded' : 'current',
      offboardedAt,
      offboardedGround: offboardedAt ? 'mark' : null,
      firstSeenAt: member?.firstSeenAt ?? readAt,
      lastSeenAt: readAt,
    };
  });
  const vanished = [...before.values()].map(
    (member): StaffMember =>
      member.state === 'offboarded'
        ? member
        : {
            ...member,
            state: 'offboarded',
            offboardedAt: readAt,
            offboardedGround: 'vanished',
          },
  );
  return [...present, ...vanished];
}

/** Since when a person is marked as having left; a date that lies ahead does not count yet. */
function offboardedAtOf(
  { offboarded }: StaffRecord,
  known: StaffMember | undefined,
  readAt: string,
): string | null {
  if (!offboarded || (offboarded.since && offboarded.since > readAt)) {
    return null;
  }
  const knownSince =
    known?.offboardedGround === 'mark' ? known.offboardedAt : null;
  return offboarded.since ?? knownSince ?? readAt;
}
