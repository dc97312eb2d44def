import { Override } from 'backstage-plugin-gorgias-common';
import type { StaffMember } from './staffMember';

/** That somebody has left, as an admin says it. In force until it is taken back. */
export interface StatedOffboarding extends Override {
  staffRef: string;
  offboardedAt: string;
}

/**
 * Staff as it is with what admins say: that outweighs what was read, also
 * when that knows of another date, since it was said to correct it. What was
 * read is kept beside, for when the statement is taken back.
 */
export function withStatements(
  staff: readonly StaffMember[],
  stated: readonly StatedOffboarding[],
): StaffMember[] {
  const of = new Map(
    stated.map(statement => [statement.staffRef, statement.offboardedAt]),
  );
  return staff.map(member => {
    const read = asRead(member);
    const offboardedAt = of.get(member.entityRef);
    if (offboardedAt === undefined) {
      return read;
    }
    const { state, offboardedAt: readOffboardedAt, offboardedGround } = read;
    return {
      ...read,
      state: 'offboarded',
      offboardedAt,
      offboardedGround: 'manual',
      overruled: { state, offboardedAt: readOffboardedAt, offboardedGround },
    };
  });
}

/** A staff member without what an admin says. */
export function asRead(member: StaffMember): StaffMember {
  if (!member.overruled) {
    return member;
  }
  const { overruled, ...others } = member;
  return { ...others, ...overruled };
}
