import fc from 'fast-check';
import {
  aStaffMember,
  aSubject,
  anAccount,
  subjectArbitrary,
} from '../__testUtils__/subjects';
import { offboardedAccessRemoved } from './offboardedAccessRemoved';

const current = aStaffMember();
const left = aStaffMember({
  state: 'offboarded',
  offboardedAt: '2026-10-30T12:00:00.000Z',
  offboardedGround: 'mark',
});
const vanished = { ...left, offboardedGround: 'vanished' as const };
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
      removedAt: '2026-10-31T12:00:00.000Z',
      removalTookSeconds: 24 * 3600,
    });
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
});
