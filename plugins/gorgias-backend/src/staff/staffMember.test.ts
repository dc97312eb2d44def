import { StaffReading, StaffRecord } from 'backstage-plugin-gorgias-node';
import fc from 'fast-check';
import { StaffMember, updateStaff } from './staffMember';
import { StatedOffboarding } from './statedOffboarding';

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';
const WEDNESDAY = '2026-11-25T09:00:00.000Z';
const THURSDAY = '2026-11-26T09:00:00.000Z';

const sam: StaffRecord = {
  entityRef: 'user:default/sam.rivers',
  displayName: 'Sam Rivers',
  emails: ['sam.rivers@acme.example'],
  orgRoles: ['group:default/support'],
  offboarded: false,
};
const marked = (since?: string): StaffRecord => ({
  ...sam,
  offboarded: { since },
});
const reading = (...staff: StaffRecord[]): StaffReading => ({
  staff,
  orgRoles: [],
});
const orphan: StaffRecord = { ...sam, offboarded: { ground: 'orphaned' } };
const DAYS = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY];
/** What several readings make of one staff member, the times being those above. */
const after = (...readings: StaffReading[]): StaffMember =>
  readings.reduce<StaffMember[]>(
    (known, one, index) => updateStaff(known, one, [], DAYS[index]).staff,
    [],
  )[0];

describe('updateStaff', () => {
  it('takes in somebody new', () => {
    expect(after(reading(sam))).toEqual({
      entityRef: 'user:default/sam.rivers',
      uid: null,
      displayName: 'Sam Rivers',
      emails: ['sam.rivers@acme.example'],
      orgRoles: ['group:default/support'],
      groups: [],
      manager: null,
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: null,
      firstSeenAt: MONDAY,
      lastSeenAt: MONDAY,
    });
  });

  it('keeps what the source tells of who is asked to act', () => {
    const told = {
      uid: 'u-1',
      groups: ['group:default/tier-1'],
      manager: 'user:default/maya.ortiz',
    };
    expect(after(reading({ ...sam, ...told }))).toMatchObject(told);
  });

  it('takes a mark for having left only when its day has come', () => {
    expect(after(reading(marked(TUESDAY)))).toMatchObject({
      state: 'current',
      offboardedAt: null,
    });
    expect(
      after(reading(marked(TUESDAY)), reading(marked(TUESDAY))),
    ).toMatchObject({
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'mark',
    });
  });

  it.each([
    {
      name: 'has vanished, since the first reading without them',
      readings: [reading(sam), reading(), reading(), reading()],
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'vanished',
      lastSeenAt: MONDAY,
    },
    {
      name: 'has vanished and come back',
      readings: [reading(sam), reading(), reading(sam)],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: WEDNESDAY,
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'has come back, and is still here',
      readings: [reading(sam), reading(), reading(sam), reading(sam)],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: WEDNESDAY,
      lastSeenAt: THURSDAY,
    },
    {
      name: 'has never been away',
      readings: [reading(sam), reading(sam)],
      state: 'current',
      rehiredAt: null,
      lastSeenAt: TUESDAY,
    },
    {
      name: 'is back, but marked for a day that has come',
      readings: [reading(sam), reading(), reading(marked(MONDAY))],
      state: 'offboarded',
      offboardedAt: MONDAY,
      offboardedGround: 'mark',
      rehiredAt: null,
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'had vanished, and is in it again with a mark without a time',
      readings: [reading(sam), reading(), reading(marked())],
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'mark',
      rehiredAt: null,
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'is an orphan, since the first reading that says so',
      readings: [reading(sam), reading(orphan), reading(orphan)],
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'orphaned',
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'was an orphan and then taken out of the catalog',
      readings: [reading(sam), reading(orphan), reading(), reading()],
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'orphaned',
      lastSeenAt: TUESDAY,
    },
    {
      name: 'was an orphan and was then brought in again',
      readings: [reading(orphan), reading(sam)],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: TUESDAY,
      lastSeenAt: TUESDAY,
    },
    {
      name: 'was an orphan and then marked with a time',
      readings: [reading(orphan), reading(marked('2026-10-30T00:00:00.000Z'))],
      state: 'offboarded',
      offboardedAt: '2026-10-30T00:00:00.000Z',
      offboardedGround: 'mark',
      lastSeenAt: TUESDAY,
    },
    {
      name: 'was marked, and the day put off to one that lies ahead',
      readings: [reading(marked(MONDAY)), reading(marked(THURSDAY))],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      rehiredAt: TUESDAY,
      lastSeenAt: TUESDAY,
    },
    {
      name: 'has vanished a second time, since then',
      readings: [reading(sam), reading(), reading(sam), reading()],
      state: 'offboarded',
      offboardedAt: THURSDAY,
      offboardedGround: 'vanished',
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'was marked with a time',
      readings: [reading(sam), reading(marked('2026-10-30T00:00:00.000Z'))],
      state: 'offboarded',
      offboardedAt: '2026-10-30T00:00:00.000Z',
      offboardedGround: 'mark',
      lastSeenAt: TUESDAY,
    },
    {
      name: 'was marked without a time, since the first such reading',
      readings: [reading(sam), reading(marked()), reading(marked())],
      state: 'offboarded',
      offboardedAt: TUESDAY,
      offboardedGround: 'mark',
      lastSeenAt: WEDNESDAY,
    },
    {
      name: 'was marked, and the time corrected',
      readings: [reading(marked()), reading(marked(MONDAY))],
      state: 'offboarded',
      offboardedAt: MONDAY,
      offboardedGround: 'mark',
      lastSeenAt: TUESDAY,
    },
    {
      name: 'was marked and then taken out of the catalog',
      readings: [reading(marked(MONDAY)), reading(), reading()],
      state: 'offboarded',
      offboardedAt: MONDAY,
      offboardedGround: 'mark',
      lastSeenAt: MONDAY,
    },
    {
      name: 'was marked, and the mark removed',
      readings: [reading(marked()), reading(sam)],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      lastSeenAt: TUESDAY,
    },
  ])('knows somebody who $name', ({ name, readings, ...expected }) => {
    expect(after(...readings)).toMatchObject({
      ...expected,
      firstSeenAt: MONDAY,
    });
  });

  it('follows names, addresses and org roles, and keeps the last of a leaver', () => {
    const moved = { ...sam, displayName: 'Sam', orgRoles: ['group:a/b'] };
    expect(after(reading(sam), reading(moved), reading())).toMatchObject({
      displayName: 'Sam',
      orgRoles: ['group:a/b'],
      emails: ['sam.rivers@acme.example'],
    });
  });
});

const stated: StatedOffboarding = {
  staffRef: sam.entityRef,
  offboardedAt: '2026-10-31T17:00:00.000Z',
  proof: 'HR-12',
  by: 'user:default/ivy.nakamura',
  at: MONDAY,
};

describe('updateStaff, with what an admin says', () => {
  it.each([
    { name: 'is current', readings: [reading(sam)] },
    { name: 'is marked', readings: [reading(marked(MONDAY))] },
    { name: 'is an orphan', readings: [reading(orphan)] },
    { name: 'has vanished', readings: [reading(sam), reading()] },
    {
      name: 'has come back',
      readings: [reading(sam), reading(), reading(sam)],
    },
  ])('takes that for true of somebody who $name', ({ readings }) => {
    const read = after(...readings);
    const said = readings.reduce<StaffMember[]>(
      (known, one, index) =>
        updateStaff(known, one, [stated], DAYS[index]).staff,
      [],
    );
    expect(said).toEqual([
      {
        ...read,
        state: 'offboarded',
        offboardedAt: stated.offboardedAt,
        offboardedGround: 'manual',
        overruled: {
          state: read.state,
          offboardedAt: read.offboardedAt,
          offboardedGround: read.offboardedGround,
        },
      },
    ]);
    // When it is taken back, what was read counts as if nothing had been said.
    const last = readings.at(-1)!;
    const at = DAYS[readings.length - 1];
    expect(updateStaff(said, last, [], at).staff).toEqual([read]);
  });

  it('says nothing of anybody else', () => {
    const noor = { ...sam, entityRef: 'user:default/noor.haddad' };
    const { staff } = updateStaff([], reading(noor, sam), [stated], MONDAY);
    expect(staff.map(({ state }) => state)).toEqual(['current', 'offboarded']);
  });
});

const anyReading: fc.Arbitrary<StaffReading> = fc
  .record({
    people: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c', 'd'),
        uid: fc.constantFrom(undefined, '', '1', '2', '3', '4'),
        offboarded: fc.constantFrom<StaffRecord['offboarded']>(
          false,
          {},
          { since: MONDAY },
          { since: THURSDAY },
          { ground: 'orphaned' },
        ),
      }),
      { selector: ({ name }) => name },
    ),
    uidsTellPeopleApart: fc.boolean(),
  })
  .map(({ people, uidsTellPeopleApart }) => ({
    ...reading(
      ...people.map(({ name, uid, offboarded }) => ({
        ...sam,
        entityRef: `user:default/${name}`,
        uid,
        offboarded,
      })),
    ),
    uidsTellPeopleApart,
  }));
const anyStatements = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'))
  .map(names =>
    names.map(name => ({ ...stated, staffRef: `user:default/${name}` })),
  );
const anyHistory = fc
  .array(anyReading, { maxLength: 5 })
  .map(readings =>
    readings.reduce<StaffMember[]>(
      (known, one) => updateStaff(known, one, [], TUESDAY).staff,
      [],
    ),
  );

describe('updateStaff, on any history', () => {
  it('loses nobody, and has no entity ref and no uid twice', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const { staff, renamed } = updateStaff(known, next, [], WEDNESDAY);
        const refs = staff.map(({ entityRef }) => entityRef);
        const became = new Map(renamed.map(({ from, to }) => [from, to]));
        expect(new Set(refs).size).toBe(refs.length);
        expect(refs).toEqual(
          expect.arrayContaining([
            ...known.map(({ entityRef: ref }) => became.get(ref) ?? ref),
            ...next.staff.map(({ entityRef }) => entityRef),
          ]),
        );
        const uids = staff.map(({ uid }) => uid).filter(uid => uid !== null);
        expect(new Set(uids).size).toBe(uids.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('renames people to where nobody stays, and never two to the same', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const { renamed } = updateStaff(known, next, [], WEDNESDAY);
        const from = new Set(renamed.map(one => one.from));
        const to = new Set(renamed.map(one => one.to));
        expect(from.size).toBe(renamed.length);
        expect(to.size).toBe(renamed.length);
        for (const { entityRef } of known) {
          expect(to.has(entityRef) && !from.has(entityRef)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes nobody for new, nor for gone, of whom it has the uid', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const { staff } = updateStaff(known, next, [], WEDNESDAY);
        const byUid = new Map(known.map(member => [member.uid, member]));
        const byRef = new Map(known.map(member => [member.entityRef, member]));
        // Who had no uid so far is known by the entity ref instead.
        const followed = staff.filter(
          ({ uid, entityRef }) =>
            uid !== null &&
            byUid.has(uid) &&
            byRef.get(entityRef)?.uid !== null,
        );
        expect(followed.map(member => member.firstSeenAt)).toEqual(
          followed.map(({ uid }) => byUid.get(uid)!.firstSeenAt),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('changes nothing but when somebody was last seen, by the same reading again', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const once = updateStaff(known, next, [], WEDNESDAY);
        const again = updateStaff(once.staff, next, [], WEDNESDAY);
        expect(again.renamed).toEqual([]);
        expect(new Set(again.staff)).toEqual(new Set(once.staff));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the order of a reading', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const one = updateStaff(known, next, [], WEDNESDAY);
        const other = updateStaff(
          [...known].reverse(),
          { ...next, staff: [...next.staff].reverse() },
          [],
          WEDNESDAY,
        );
        expect(new Set(other.staff)).toEqual(new Set(one.staff));
        expect(new Set(other.renamed)).toEqual(new Set(one.renamed));
      }),
      { numRuns: 1000 },
    );
  });

  it('has a time and a ground for everybody who left, and for nobody else', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyReading,
        anyStatements,
        (known, next, statements) => {
          const { staff } = updateStaff(known, next, statements, WEDNESDAY);
          for (const member of staff) {
            const hasLeft = member.state === 'offboarded';
            expect(member.offboardedAt !== null).toBe(hasLeft);
            expect(member.offboardedGround !== null).toBe(hasLeft);
          }
        },
      ),
    );
  });

  it('keeps what was read apart from what admins say', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyReading,
        anyStatements,
        (known, next, statements) => {
          const said = updateStaff(known, next, statements, WEDNESDAY);
          const read = updateStaff(known, next, [], WEDNESDAY);
          expect(updateStaff(said.staff, next, [], THURSDAY).staff).toEqual(
            updateStaff(read.staff, next, [], THURSDAY).staff,
          );
        },
      ),
    );
  });
});
