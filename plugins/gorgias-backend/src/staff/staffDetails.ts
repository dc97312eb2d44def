import { NotFoundError } from '@backstage/errors';
import { StaffMemberDetails } from 'backstage-plugin-gorgias-common';
import { Stores } from '../database';
import { etagOf } from '../etags';
import { StaffMember } from './staffMember';
import { StatedOffboarding } from './statedOffboarding';

/** A staff member with what an admin says of their leaving. */
export interface StaffState {
  member: StaffMember;
  stated: StatedOffboarding | undefined;
}

/** @throws NotFoundError when nobody ever read had this entity ref */
export async function loadStaffState(
  stores: Pick<Stores, 'staff' | 'offboardings'>,
  staffRef: string,
): Promise<StaffState> {
  const staff = await stores.staff.list();
  const member = staff.find(({ entityRef }) => entityRef === staffRef);
  if (!member) {
    throw new NotFoundError(
      `There is no staff member ${staffRef}, nor was there one since staff is read`,
    );
  }
  return { member, stated: await stores.offboardings.get(staffRef) };
}

/** A staff member as it goes over the wire. Being seen once more is no change that anybody has to know of. */
export function toStaffMemberDetails({
  member,
  stated,
}: StaffState): StaffMemberDetails {
  const { state, offboardedAt, offboardedGround } = member;
  return {
    staffRef: member.entityRef,
    displayName: member.displayName,
    emails: member.emails,
    orgRoles: member.orgRoles,
    state,
    firstSeenAt: member.firstSeenAt,
    lastSeenAt: member.lastSeenAt,
    offboardedAt,
    offboardedGround,
    rehiredAt: member.rehiredAt,
    ...(stated && {
      manualOffboarding: {
        offboardedAt: stated.offboardedAt,
        proof: stated.proof,
        by: stated.by,
        at: stated.at,
      },
    }),
    etag: etagOf([
      member.entityRef,
      state,
      offboardedAt,
      offboardedGround,
      stated ?? null,
    ]),
  };
}
