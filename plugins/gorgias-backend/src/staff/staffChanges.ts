import { isDeepStrictEqual } from 'node:util';
import { difference } from '../history/difference';
import { Change } from '../history/HistoryStore';
import { Renamed, renamer } from './pairStaff';
import { StaffMember } from './staffMember';

const NOTED: Array<keyof StaffMember & string> = [
  'entityRef',
  'displayName',
  'emails',
  'orgRoles',
  'state',
  'offboardedAt',
  'offboardedGround',
  'rehiredAt',
];

/**
 * What changed between the staff as it was and as it is, for the history. A
 * person whose entity ref changed is found there under both.
 */
export function staffChanges(
  before: readonly StaffMember[],
  after: readonly StaffMember[],
  at: string,
  renamed: readonly Renamed[] = [],
): Change[] {
  const rename = renamer(renamed);
  const known = new Map(
    before.map(member => [rename(member.entityRef), member]),
  );
  return after.flatMap(member => {
    const was = known.get(member.entityRef);
    const changed = difference(was, member, NOTED);
    const refs = new Set([
      member.entityRef,
      was?.entityRef ?? member.entityRef,
    ]);
    return changed
      ? [...refs].map(
          (staffRef): Change => ({ at, kind: 'staff', staffRef, ...changed }),
        )
      : [];
  });
}

/** Whether somebody is in other groups than before, which changes no org role where a parent had been told already. */
export function isRegrouped(
  before: readonly StaffMember[],
  after: readonly StaffMember[],
): boolean {
  const known = new Map(
    before.map(({ entityRef, groups }) => [entityRef, groups]),
  );
  return after.some(
    ({ entityRef, groups }) => !isDeepStrictEqual(known.get(entityRef), groups),
  );
}
