import { OffboardedGround } from 'backstage-plugin-gorgias-common';
import {
  StaffOffboarding,
  StaffReading,
  StaffRecord,
} from 'backstage-plugin-gorgias-node';
import { pairStaff, Renamed, renamer } from './pairStaff';
import { asRead, StatedOffboarding, withStatements } from './statedOffboarding';

/** A person of the organisation, also one who has left. Times are ISO 8601 in UTC. */
export interface StaffMember {
  entityRef: string;
  /** What the person is followed by when the entity ref changes; `null` when the source tells none. */
  uid: string | null;
  displayName: string;
  emails: string[];
  /** Groups with their ancestors, and the job title; those of the last day for somebody who vanished. */
  orgRoles: string[];
  /** Entity refs of the direct groups. */
  groups: string[];
  /** Entity ref. */
  manager: string | null;
  state: 'current' | 'offboarded';
  offboardedAt: string | null;
  /** How we know. */
  offboardedGround: OffboardedGround | null;
  /** When the person came back the last time, after having left. */
  rehiredAt: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
  /** What was read, while an admin says something else. */
  overruled?: Leaving;
}

/** Whether a person has left, since when and how we know. */
export type Leaving = Pick<
  StaffMember,
  'state' | 'offboardedAt' | 'offboardedGround'
>;

/** What a reading makes of the staff. */
export interface StaffUpdate {
  staff: StaffMember[];
  /** Whose entity refs changed; what refers to them has to follow. */
  renamed: Renamed[];
}

const STAYING: Leaving = {
  state: 'current',
  offboardedAt: null,
  offboardedGround: null,
};

/**
 * What a complete reading of staff makes of what was known: people who are
 * no longer in it have left, people who are again have come back, and people
 * who have another entity ref are who they were. What an admin says of
 * somebody who has left outweighs all of it until it is taken back.
 */
export function updateStaff(
  known: readonly StaffMember[],
  reading: StaffReading,
  stated: readonly StatedOffboarding[],
  readAt: string,
): StaffUpdate {
  const { pairs, gone, renamed } = pairStaff(known.map(asRead), reading);
  const rename = renamer(renamed);
  const staff = [
    ...pairs.map(({ record, member, uid }) => ({
      entityRef: record.entityRef,
      uid,
      displayName: record.displayName,
      emails: record.emails,
      orgRoles: record.orgRoles,
      groups: record.groups ?? [],
      manager: record.manager ?? null,
      ...seen(record, member, readAt),
      firstSeenAt: member?.firstSeenAt ?? readAt,
      lastSeenAt: readAt,
    })),
    ...gone.map(member => ({
      ...member,
      manager: member.manager && rename(member.manager),
      ...(member.state === 'current' && {
        state: 'offboarded' as const,
        offboardedAt: readAt,
        offboardedGround: 'vanished' as const,
      }),
    })),
  ];
  return {
    staff: withStatements(
      staff,
      stated.map(statement => ({
        ...statement,
        staffRef: rename(statement.staffRef),
      })),
    ),
    renamed,
  };
}

/** Whether somebody who is in a reading has left. Who had, and has not any more, has come back. */
function seen(
  { offboarded }: StaffRecord,
  known: StaffMember | undefined,
  readAt: string,
): Leaving & Pick<StaffMember, 'rehiredAt'> {
  if (offboarded && !(offboarded.since && offboarded.since > readAt)) {
    return {
      ...left(offboarded, known, readAt),
      rehiredAt: known?.rehiredAt ?? null,
    };
  }
  return {
    ...STAYING,
    rehiredAt:
      known?.state === 'offboarded' ? readAt : known?.rehiredAt ?? null,
  };
}

/** Since when: what the source says, or else since we know. */
function left(
  { since, ground = 'mark' }: StaffOffboarding,
  known: StaffMember | undefined,
  readAt: string,
): Leaving {
  return {
    state: 'offboarded',
    offboardedAt: since ?? known?.offboardedAt ?? readAt,
    offboardedGround: ground,
  };
}
