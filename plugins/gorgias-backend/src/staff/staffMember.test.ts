import { StaffReading, StaffRecord } from 'backstage-plugin-gorgias-node';
import fc from 'fast-check';
import { StaffMember, updateStaff } from './staffMember';

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
/** What several readings make of one staff member, the times being those above. */
const after = (...readings: StaffReading[]): StaffMember =>
  readings.reduce<StaffMember[]>(
    (known, one, index) =>
      updateStaff(known, one, [MONDAY, TUESDAY, WEDNESDAY, THURSDAY][index]),
    [],
  )[0];

describe('updateStaff', () => {
  it('takes in somebody new', () => {
    expect(after(reading(sam))).toEqual({
      entityRef: 'user:default/sam.rivers',
      displayName: 'Sam Rivers',
      emails: ['sam.rivers@acme.example'],
      orgRoles: ['group:default/support'],
      state: 'current',
      offboardedAt: null,
      offboardedGround: null,
      firstSeenAt: MONDAY,
      lastSeenAt: MONDAY,
    });
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
      lastSeenAt: WEDNESDAY,
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

const anyReading: fc.Arbitrary<StaffReading> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('a', 'b', 'c', 'd'),
      offboarded: fc.constantFrom(false as const, {}, { since: MONDAY }),
    }),
    { selector: ({ name }) => name },
  )
  .map(people =>
    reading(
      ...people.map(({ name, offboarded }) => ({
        ...sam,
        entityRef: `user:default/${name}`,
        offboarded,
      })),
    ),
  );
const anyHistory = fc
  .array(anyReading, { maxLength: 5 })
  .map(readings =>
    readings.reduce<StaffMember[]>(
      (known, one) => updateStaff(known, one, TUESDAY),
      [],
    ),
  );

describe('updateStaff, on any history', () => {
  it('loses nobody, and has nobody twice', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const refs = updateStaff(known, next, WEDNESDAY).map(
          member => member.entityRef,
        );
        expect([...refs].sort()).toEqual(
          [
            ...new Set(
              [...known, ...next.staff].map(({ entityRef }) => entityRef),
            ),
          ].sort(),
        );
      }),
    );
  });

  it('changes nothing but when somebody was last seen, by the same reading again', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        const once = updateStaff(known, next, WEDNESDAY);
        const unseen = (members: StaffMember[]) =>
          new Set(members.map(member => ({ ...member, lastSeenAt: '' })));
        expect(unseen(updateStaff(once, next, THURSDAY))).toEqual(unseen(once));
      }),
    );
  });

  it('has a time and a ground for everybody who left, and for nobody else', () => {
    fc.assert(
      fc.property(anyHistory, anyReading, (known, next) => {
        for (const member of updateStaff(known, next, WEDNESDAY)) {
          const hasLeft = member.state === 'offboarded';
          expect(member.offboardedAt !== null).toBe(hasLeft);
          expect(member.offboardedGround !== null).toBe(hasLeft);
        }
      }),
    );
  });
});
