import { createHash } from 'node:crypto';
import { StaffReading, StaffRecord } from 'backstage-plugin-gorgias-node';
import type { StaffMember } from './staffMember';

/** An entity ref that stands for another person than before, or for none, and the one that stands for this person now. */
export interface Renamed {
  from: string;
  to: string;
}

/** A person in a reading, and who that is of those who were known. */
interface Pair {
  record: StaffRecord;
  /** `undefined` for somebody new. */
  member: StaffMember | undefined;
  uid: string | null;
}

const LONGEST_UID = 100;

/**
 * Finds the known people in a reading: by uid, which outlives renames, and
 * else by entity ref. A uid that two have at once is nobody's.
 *
 * When somebody takes over the entity ref of a person who is not in the
 * reading, that person gets one that no entity can have, so that nothing that
 * was the one's becomes the other's.
 *
 * @throws Error when the reading has an entity ref twice
 */
export function pairStaff(
  known: readonly StaffMember[],
  { staff, uidsTellPeopleApart = false }: StaffReading,
): { pairs: Pair[]; gone: StaffMember[]; renamed: Renamed[] } {
  const refs = uniqueRefs(staff);
  const uids = uniqueUids(staff);
  const byRef = new Map(known.map(member => [member.entityRef, member]));
  const byUid = new Map(known.map(member => [member.uid, member]));
  const found = new Map<StaffRecord, StaffMember>();

  for (const [record, uid] of uids) {
    const member = byUid.get(uid);
    // A namesake without a uid is known by the ref, and now gets this one.
    if (member && byRef.get(record.entityRef)?.uid !== null) {
      found.set(record, member);
    }
  }
  const claimed = new Set(found.values());
  for (const record of staff) {
    const namesake = byRef.get(record.entityRef);
    if (found.has(record) || !namesake || claimed.has(namesake)) {
      continue;
    }
    const isAnother =
      uidsTellPeopleApart && uids.has(record) && namesake.uid !== null;
    if (!isAnother) {
      found.set(record, namesake);
      claimed.add(namesake);
    }
  }

  const taken = new Set(uids.values());
  const keepUid = (uid: string | null) =>
    uid !== null && taken.has(uid) ? null : uid;
  const pairs = staff.map(record => {
    const member = found.get(record);
    return {
      record,
      member,
      uid: uids.get(record) ?? keepUid(member?.uid ?? null),
    };
  });
  const left = known.filter(member => !claimed.has(member));
  const occupied = new Set([...refs, ...byRef.keys()]);
  const gone = left.map(member => ({
    ...member,
    entityRef: refs.has(member.entityRef)
      ? formerRef(member, occupied)
      : member.entityRef,
    uid: keepUid(member.uid),
  }));
  return {
    pairs,
    gone,
    renamed: [
      ...pairs.flatMap(({ record, member }) =>
        member ? [{ from: member.entityRef, to: record.entityRef }] : [],
      ),
      ...left.map(({ entityRef }, index) => ({
        from: entityRef,
        to: gone[index].entityRef,
      })),
    ].filter(({ from, to }) => from !== to),
  };
}

/** Says what an entity ref has become. */
export function renamer(renamed: readonly Renamed[]): (ref: string) => string {
  const became = new Map(renamed.map(({ from, to }) => [from, to]));
  return ref => became.get(ref) ?? ref;
}

function uniqueRefs(staff: readonly StaffRecord[]): Set<string> {
  const refs = new Set<string>();
  for (const { entityRef } of staff) {
    if (refs.has(entityRef)) {
      throw new Error(
        `The staff source tells of ${entityRef} twice, so nobody can say which is right; mend the source`,
      );
    }
    refs.add(entityRef);
  }
  return refs;
}

/** The uid of each record that has one of its own. */
function uniqueUids(staff: readonly StaffRecord[]): Map<StaffRecord, string> {
  const count = new Map<string, number>();
  const uids = staff.flatMap((record): Array<[StaffRecord, string]> => {
    const uid = record.uid?.trim();
    if (!uid) {
      return [];
    }
    const kept = uid.length > LONGEST_UID ? hash(uid) : uid;
    count.set(kept, (count.get(kept) ?? 0) + 1);
    return [[record, kept]];
  });
  return new Map(uids.filter(([, uid]) => count.get(uid) === 1));
}

/** "~" is in no name of an entity. */
function formerRef(
  { entityRef, uid }: StaffMember,
  occupied: ReadonlySet<string>,
): string {
  let digest = hash(uid ?? '');
  while (occupied.has(`${entityRef}~${digest.slice(0, 8)}`)) {
    digest = hash(digest);
  }
  return `${entityRef}~${digest.slice(0, 8)}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
