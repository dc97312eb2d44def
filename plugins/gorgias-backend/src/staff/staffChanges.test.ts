import { aStaffMember } from '../__testUtils__/subjects';
import { staffChanges } from './staffChanges';

const AT = '2026-11-24T09:00:00.000Z';
const sam = aStaffMember();

describe('staffChanges', () => {
  it('notes nothing where nothing changed but when somebody was seen', () => {
    expect(
      staffChanges([sam], [{ ...sam, lastSeenAt: AT, uid: '1' }], AT),
    ).toEqual([]);
  });

  it('notes somebody new', () => {
    expect(staffChanges([], [sam], AT)).toEqual([
      {
        at: AT,
        kind: 'staff',
        staffRef: sam.entityRef,
        before: null,
        after: expect.objectContaining({
          displayName: 'Sam Rivers',
          state: 'current',
        }),
      },
    ]);
  });

  it('notes what changed and nothing else', () => {
    const gone = {
      ...sam,
      state: 'offboarded' as const,
      offboardedAt: AT,
      offboardedGround: 'vanished' as const,
    };
    expect(staffChanges([sam], [gone], AT)).toEqual([
      {
        at: AT,
        kind: 'staff',
        staffRef: sam.entityRef,
        before: {
          state: 'current',
          offboardedAt: null,
          offboardedGround: null,
        },
        after: {
          state: 'offboarded',
          offboardedAt: AT,
          offboardedGround: 'vanished',
        },
      },
    ]);
  });

  it('notes a rename under both entity refs', () => {
    const married = {
      ...sam,
      entityRef: 'user:default/sam.brook',
      emails: ['sam.brook@acme.example'],
    };
    const change = {
      at: AT,
      kind: 'staff',
      before: { entityRef: sam.entityRef, emails: sam.emails },
      after: { entityRef: married.entityRef, emails: married.emails },
    };
    expect(
      staffChanges([sam], [married], AT, [
        { from: sam.entityRef, to: married.entityRef },
      ]),
    ).toEqual([
      { ...change, staffRef: married.entityRef },
      { ...change, staffRef: sam.entityRef },
    ]);
  });
});
