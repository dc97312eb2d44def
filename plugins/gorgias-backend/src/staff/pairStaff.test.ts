import { StaffReading, StaffRecord } from 'backstage-plugin-gorgias-node';
import { updateStaff } from './staffMember';

const MONDAY = '2026-11-23T09:00:00.000Z';
const TUESDAY = '2026-11-24T09:00:00.000Z';
const WEDNESDAY = '2026-11-25T09:00:00.000Z';

const ref = (name: string) => `user:default/${name}`;
const person = (
  name: string,
  uid?: string,
  differing: Partial<StaffRecord> = {},
): StaffRecord => ({
  entityRef: ref(name),
  displayName: name,
  emails: [`${name}@acme.example`],
  orgRoles: [],
  offboarded: false,
  uid,
  ...differing,
});
const strict = (...staff: StaffRecord[]): StaffReading => ({
  staff,
  orgRoles: [],
  uidsTellPeopleApart: true,
});
const lax = (...staff: StaffRecord[]): StaffReading => ({
  staff,
  orgRoles: [],
});

/** What the last of some readings came to. */
function follow(...readings: StaffReading[]) {
  return readings.reduce<ReturnType<typeof updateStaff>>(
    ({ staff }, one, index) =>
      updateStaff(staff, one, [], [MONDAY, TUESDAY, WEDNESDAY][index]),
    { staff: [], renamed: [] },
  );
}
/** What is known of somebody, in short. */
const inShort = ({ staff }: ReturnType<typeof updateStaff>) =>
  Object.fromEntries(
    staff.map(({ entityRef, uid, state, firstSeenAt }) => [
      entityRef.replace(ref(''), ''),
      [uid, state, firstSeenAt],
    ]),
  );

describe('following people', () => {
  it('knows somebody who married, with another entity ref and address', () => {
    const { staff, renamed } = follow(
      lax(person('sam.rivers', '1')),
      lax(person('sam.brook', '1')),
    );
    expect(renamed).toEqual([
      { from: ref('sam.rivers'), to: ref('sam.brook') },
    ]);
    expect(staff).toEqual([
      expect.objectContaining({
        entityRef: ref('sam.brook'),
        displayName: 'sam.brook',
        emails: ['sam.brook@acme.example'],
        state: 'current',
        rehiredAt: null,
        firstSeenAt: MONDAY,
        lastSeenAt: TUESDAY,
      }),
    ]);
  });

  it('takes a change of everything but the entity ref for a change', () => {
    const { staff, renamed } = follow(
      strict(person('sam', '1')),
      strict(person('sam', '1', { displayName: 'S', emails: [] })),
    );
    expect(renamed).toEqual([]);
    expect(staff).toMatchObject([{ displayName: 'S', firstSeenAt: MONDAY }]);
  });

  it('without a uid takes a new entity ref for a new person', () => {
    expect(inShort(follow(lax(person('sam')), lax(person('sam.b'))))).toEqual({
      sam: [null, 'offboarded', MONDAY],
      'sam.b': [null, 'current', TUESDAY],
    });
  });

  it('knows somebody who comes back under another entity ref', () => {
    const { staff, renamed } = follow(
      lax(person('sam', '1'), person('noor', '2')),
      lax(person('noor', '2')),
      lax(person('sam.b', '1'), person('noor', '2')),
    );
    expect(renamed).toEqual([{ from: ref('sam'), to: ref('sam.b') }]);
    expect(staff[0]).toMatchObject({
      state: 'current',
      rehiredAt: WEDNESDAY,
      firstSeenAt: MONDAY,
    });
  });

  it('knows two who swapped their entity refs', () => {
    const { staff, renamed } = follow(
      lax(person('a', '1'), person('b', '2')),
      lax(person('b', '1'), person('a', '2')),
    );
    expect(new Set(renamed)).toEqual(
      new Set([
        { from: ref('a'), to: ref('b') },
        { from: ref('b'), to: ref('a') },
      ]),
    );
    expect(staff.map(({ state }) => state)).toEqual(['current', 'current']);
  });

  it('knows everybody of a chain of renames', () => {
    const update = follow(
      lax(person('a', '1'), person('b', '2')),
      lax(person('b', '1'), person('c', '2')),
    );
    expect(inShort(update)).toEqual({
      b: ['1', 'current', MONDAY],
      c: ['2', 'current', MONDAY],
    });
  });

  it('gives somebody who had no uid so far theirs', () => {
    const update = follow(lax(person('a')), strict(person('a', '1')));
    expect(update.renamed).toEqual([]);
    expect(inShort(update)).toEqual({ a: ['1', 'current', MONDAY] });
  });

  it('keeps the uid of somebody of whom the source tells none any more', () => {
    expect(
      inShort(follow(lax(person('a', '1')), lax(person('a', ' ')))),
    ).toEqual({ a: ['1', 'current', MONDAY] });
  });

  it('takes another uid under an entity ref for the same person, where it may be made anew', () => {
    const update = follow(lax(person('a', '1')), lax(person('a', '2')));
    expect(update.renamed).toEqual([]);
    expect(inShort(update)).toEqual({ a: ['2', 'current', MONDAY] });
  });

  it('takes it for another person where uids tell people apart, and gives nothing of the old one away', () => {
    const update = follow(strict(person('a', '1')), strict(person('a', '2')));
    const [{ to: former }] = update.renamed;
    expect(update.renamed).toEqual([{ from: ref('a'), to: former }]);
    expect(former).toMatch(/^user:default\/a~[0-9a-f]{8}$/);
    expect(update.staff).toEqual([
      expect.objectContaining({
        entityRef: ref('a'),
        uid: '2',
        state: 'current',
        firstSeenAt: TUESDAY,
      }),
      expect.objectContaining({
        entityRef: former,
        uid: '1',
        displayName: 'a',
        state: 'offboarded',
        offboardedGround: 'vanished',
        offboardedAt: TUESDAY,
        firstSeenAt: MONDAY,
      }),
    ]);
  });

  it('gives the old one their entity ref back when it was all a mistake', () => {
    const update = follow(
      strict(person('a', '1')),
      strict(person('a', '2')),
      strict(person('a', '1')),
    );
    const a = update.staff.find(({ entityRef }) => entityRef === ref('a'));
    expect(a).toMatchObject({
      uid: '1',
      state: 'current',
      rehiredAt: WEDNESDAY,
      firstSeenAt: MONDAY,
    });
    expect(update.staff).toHaveLength(2);
  });

  it.each([{ read: lax }, { read: strict }])(
    'makes room when somebody known takes over the entity ref of somebody who left',
    ({ read }) => {
      const update = follow(
        read(person('a', '1'), person('b', '2')),
        read(person('b', '1')),
      );
      const former = update.renamed.find(({ from }) => from === ref('b'))!.to;
      expect(inShort(update)).toEqual({
        b: ['1', 'current', MONDAY],
        [former.replace(ref(''), '')]: ['2', 'offboarded', MONDAY],
      });
    },
  );

  it('trusts no uid that two have at once', () => {
    const update = follow(
      lax(person('a', '1'), person('b', '2')),
      lax(person('a', '2'), person('b', '2'), person('c', '2')),
    );
    expect(update.renamed).toEqual([]);
    expect(inShort(update)).toEqual({
      a: ['1', 'current', MONDAY],
      b: ['2', 'current', MONDAY],
      c: [null, 'current', TUESDAY],
    });
  });

  it('does not guess which of two with one uid somebody has become', () => {
    const update = follow(
      lax(person('a', '1')),
      lax(person('b', '1'), person('c', '1')),
    );
    expect(update.renamed).toEqual([]);
    expect(inShort(update)).toMatchObject({ a: ['1', 'offboarded', MONDAY] });
  });

  it('follows in who is the manager of somebody who left', () => {
    const { staff } = follow(
      lax(person('a', '1', { manager: ref('boss') }), person('boss', '2')),
      lax(person('chief', '2')),
    );
    expect(staff.find(({ uid }) => uid === '1')).toMatchObject({
      manager: ref('chief'),
    });
  });

  it('follows in what an admin says', () => {
    const stated = {
      staffRef: ref('a'),
      offboardedAt: MONDAY,
      proof: 'HR-12',
      by: ref('ivy'),
      at: MONDAY,
    };
    const known = follow(lax(person('a', '1'))).staff;
    expect(
      updateStaff(known, lax(person('b', '1')), [stated], TUESDAY).staff,
    ).toMatchObject([{ entityRef: ref('b'), offboardedGround: 'manual' }]);
  });

  it('keeps a uid of any length', () => {
    const uid = 'cn=sam,'.repeat(40);
    const { staff, renamed } = follow(
      lax(person('a', uid)),
      lax(person('b', uid)),
    );
    expect(renamed).toHaveLength(1);
    expect(staff[0].uid!.length).toBeLessThanOrEqual(100);
  });

  it('believes no source that tells of one entity ref twice', () => {
    expect(() => follow(lax(person('a', '1'), person('a', '2')))).toThrow(
      'The staff source tells of user:default/a twice',
    );
  });
});
