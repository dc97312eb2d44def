import {
  offboardedAccessRemoved,
  wasUsedAfterLeaving,
} from 'backstage-plugin-gorgias-checks';
import fc from 'fast-check';
import {
  anAccount,
  aClass,
  aStaffMember,
  aSubject,
  subjectArbitrary,
} from '../__testUtils__/subjects';

const current = aStaffMember();
const left = aStaffMember({
  state: 'offboarded',
  offboardedAt: '2026-10-30T12:00:00.000Z',
  offboardedGround: 'mark',
});
const vanished = { ...left, offboardedGround: 'vanished' as const };
const orphaned = { ...left, offboardedGround: 'orphaned' as const };
const stated = { ...left, offboardedGround: 'manual' as const };
const goneAt = (time: string) => anAccount({ state: 'gone', goneAt: time });

describe('offboarded-access-removed', () => {
  it.each([
    {
      staffMember: current,
      account: anAccount(),
      status: 'passing',
      ground: 'Sam Rivers is a current staff member.',
    },
    {
      staffMember: current,
      account: anAccount({ state: 'deactivated' }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
    {
      staffMember: left,
      account: anAccount(),
      status: 'failing',
      ground:
        'Sam Rivers left the organisation on 2026-10-30, and the account is still active.',
    },
    {
      staffMember: vanished,
      account: anAccount(),
      status: 'failing',
      ground:
        'Sam Rivers is no longer in the catalog since 2026-10-30, and the account is still active.',
    },
    {
      staffMember: orphaned,
      account: anAccount(),
      status: 'failing',
      ground:
        'Sam Rivers is an orphan in the catalog since 2026-10-30, which nothing brings in any more, and the account is still active.',
    },
    {
      staffMember: stated,
      account: anAccount(),
      status: 'failing',
      ground:
        'Sam Rivers left the organisation on 2026-10-30, as an admin says, and the account is still active.',
    },
    {
      staffMember: { ...left, offboardedAt: null },
      account: anAccount(),
      status: 'failing',
      ground:
        'Sam Rivers left the organisation, and the account is still active.',
    },
    {
      staffMember: left,
      account: goneAt('2026-10-30T12:20:00.000Z'),
      status: 'passing',
      ground: 'access was removed within an hour.',
    },
    {
      staffMember: left,
      account: goneAt('2026-10-31T17:00:00.000Z'),
      status: 'passing',
      ground: 'access was removed 29 hours later.',
    },
    {
      staffMember: left,
      account: goneAt('2026-11-09T12:00:00.000Z'),
      status: 'passing',
      ground: 'access was removed 10 days later.',
    },
    {
      staffMember: left,
      account: goneAt('2026-10-01T00:00:00.000Z'),
      status: 'passing',
      ground: 'access was removed by then.',
    },
    {
      staffMember: left,
      account: anAccount({
        state: 'deactivated',
        deactivatedAt: '2026-10-30T15:00:00.000Z',
      }),
      status: 'passing',
      ground: 'access was removed 3 hours later.',
    },
    {
      staffMember: left,
      account: anAccount({
        state: 'gone',
        deactivatedAt: '2026-10-30T15:00:00.000Z',
        goneAt: '2026-11-20T00:00:00.000Z',
      }),
      status: 'passing',
      ground: 'access was removed 3 hours later.',
    },
    {
      staffMember: left,
      account: anAccount({ state: 'deactivated', deactivatedAt: null }),
      status: 'passing',
      ground: 'left the organisation on 2026-10-30, and access was removed.',
    },
    {
      staffMember: null,
      account: anAccount(),
      status: 'unknown',
      ground: 'it may be of somebody who left',
    },
    {
      staffMember: null,
      account: anAccount({ kind: 'unknown' }),
      status: 'unknown',
      ground: 'it may be of somebody who left',
    },
    {
      staffMember: null,
      account: anAccount({ kind: 'bot' }),
      status: 'not-applicable',
      ground: 'not a person who could leave',
    },
    {
      staffMember: null,
      account: goneAt('2026-10-30T12:20:00.000Z'),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
  ])('$status: $ground', ({ staffMember, account, status, ground }) => {
    expect(
      offboardedAccessRemoved.judge(aSubject(staffMember, { account })),
    ).toMatchObject({ status, ground: expect.stringContaining(ground) });
  });

  it('shows how long removal took', () => {
    const removed = aSubject(left, {
      account: goneAt('2026-10-31T12:00:00.000Z'),
    });
    expect(offboardedAccessRemoved.judge(removed).facts).toEqual({
      staffMember: 'user:default/sam.rivers',
      staffState: 'offboarded',
      offboardedAt: '2026-10-30T12:00:00.000Z',
      offboardedKnownBy: 'mark',
      accountState: 'gone',
      usedAfterLeaving: false,
      lastLogInAt: null,
      removedAt: '2026-10-31T12:00:00.000Z',
      removalTookSeconds: 24 * 3600,
    });
  });

  it('says first that an account was used after its person left', () => {
    const used = aSubject(left, { lastLogInAt: '2026-11-20T08:00:00.000Z' });
    expect(offboardedAccessRemoved.judge(used)).toMatchObject({
      status: 'failing',
      ground:
        'Logged in on 2026-11-20, after leaving: Sam Rivers left the organisation on 2026-10-30, and the account is still active.',
      remedy: expect.stringContaining('look into what was done with it'),
      facts: {
        usedAfterLeaving: true,
        lastLogInAt: '2026-11-20T08:00:00.000Z',
      },
    });
  });

  it('says so as well when the account is removed by now', () => {
    const used = aSubject(left, {
      account: goneAt('2026-11-21T12:00:00.000Z'),
      lastLogInAt: '2026-11-20T08:00:00.000Z',
    });
    expect(offboardedAccessRemoved.judge(used)).toMatchObject({
      status: 'passing',
      ground: expect.stringContaining(
        'Before that the account was logged in to, on 2026-11-20.',
      ),
    });
  });

  it('makes nothing of a log-in before', () => {
    const used = aSubject(left, { lastLogInAt: '2026-10-30T08:00:00.000Z' });
    expect(offboardedAccessRemoved.judge(used).ground).toMatch(/^Sam Rivers/);
  });

  it('notes no log-ins of people who are here', () => {
    const lastLogInAt = '2026-11-20T08:00:00.000Z';
    expect(
      offboardedAccessRemoved.judge(aSubject(current, { lastLogInAt })),
    ).toEqual(offboardedAccessRemoved.judge(aSubject(current)));
  });

  it.each([
    {
      identity: aClass('service-account'),
      ground:
        "The account is a machine's, which can't leave; group:default/support answers for it.",
    },
    {
      identity: aClass('external', { owner: 'user:default/maya.ortiz' }),
      ground:
        'The account is of somebody from outside, whose leaving nobody tells here; user:default/maya.ortiz answers for it.',
    },
  ])('does not judge $identity.type', ({ identity, ground }) => {
    expect(
      offboardedAccessRemoved.judge(aSubject(null, { identity })),
    ).toMatchObject({ status: 'not-applicable', ground });
    expect(
      offboardedAccessRemoved.judge(
        aSubject(null, { identity, account: anAccount({ state: 'gone' }) }),
      ),
    ).toMatchObject({
      status: 'not-applicable',
      ground: 'The account is not active.',
    });
  });

  it('asks the manager to act, if there is one', () => {
    const manager = 'user:default/maya.ortiz';
    const existing = new Set([manager]);
    expect(
      offboardedAccessRemoved.judge(
        aSubject({ ...left, manager }, { existing }),
      ).owner,
    ).toBe(manager);
  });

  it('fails exactly for the active accounts of people who left, a bot of theirs included', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        const { account, staffMember } = subject;
        expect(
          offboardedAccessRemoved.judge(subject).status === 'failing',
        ).toBe(
          account.state === 'active' && staffMember?.state === 'offboarded',
        );
      }),
    );
  });
  it('says first of all of a failing account, if so, that it was used', () => {
    fc.assert(
      fc.property(subjectArbitrary, subject => {
        const { status, ground } = offboardedAccessRemoved.judge(subject);
        fc.pre(status === 'failing');
        expect(ground.startsWith('Logged in on ')).toBe(
          wasUsedAfterLeaving(
            subject.staffMember!.offboardedAt,
            subject.lastLogInAt,
          ),
        );
      }),
    );
  });
});
