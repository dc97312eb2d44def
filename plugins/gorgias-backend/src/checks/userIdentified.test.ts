import { userIdentified } from 'backstage-plugin-gorgias-checks';
import { message } from 'backstage-plugin-gorgias-common';
import {
  aClass,
  aStaffMember,
  aSubject,
  anAccount,
} from '../__testUtils__/subjects';

const OWNER = 'user:default/noor.haddad';
const several = {
  type: 'unidentified' as const,
  ground: '2 staff members have the e-mail address x@acme.example.',
  groundParts: [
    message('identity.severalHave', { count: 2, email: 'x@acme.example' }),
  ],
  candidates: ['user:default/a', 'user:default/b'],
};

/** An account of a class, judged at a time, with or without somebody who answers for it. */
const classified = (
  type: 'service-account' | 'external',
  differing: { now?: string; existing?: Set<string> } = {},
) =>
  aSubject(null, {
    identity: aClass(type, {
      owner: OWNER,
      purpose: 'Nightly export',
      reviewAt: '2027-03-01T00:00:00.000Z',
    }),
    existing: new Set([OWNER]),
    now: '2027-02-28T23:59:59.999Z',
    ...differing,
  });

describe('user-identified', () => {
  it.each([
    {
      subject: aSubject(aStaffMember()),
      status: 'passing',
      ground:
        'This is Sam Rivers. The e-mail address a@acme.example is theirs.',
    },
    {
      subject: aSubject(aStaffMember({ state: 'offboarded' })),
      status: 'passing',
      ground: 'This is Sam Rivers.',
    },
    {
      subject: aSubject(null),
      status: 'failing',
      ground: 'The account has no e-mail address.',
      remedy: 'Find out whose account this is, and say so here.',
    },
    {
      subject: aSubject(null, { account: anAccount({ kind: 'bot' }) }),
      status: 'failing',
      ground: 'The account has no e-mail address.',
      remedy: 'Find out whose account this is, and say so here.',
    },
    {
      subject: aSubject(null, { identity: several }),
      status: 'failing',
      ground: '2 staff members have',
      remedy: 'Say which of the people named it is',
    },
    {
      subject: classified('service-account'),
      status: 'passing',
      ground: `This is a service account, said to be there for “Nightly export”. ${OWNER} answers for it. Ivy Nakamura classified it on 2026-11-20.`,
    },
    {
      subject: classified('external'),
      status: 'passing',
      ground: 'This is the account of somebody external',
    },
    {
      subject: classified('external', { now: '2027-03-01T00:00:00.000Z' }),
      status: 'failing',
      ground: 'It has to be reviewed, since 2027-03-01.',
      remedy: 'with a new date',
    },
    {
      subject: classified('external', { existing: new Set() }),
      status: 'failing',
      ground: `But ${OWNER}, who answers for it, has left or does not exist any more.`,
      remedy: 'Say who answers for it now',
    },
    {
      subject: aSubject(null, { account: anAccount({ state: 'deactivated' }) }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
    {
      subject: aSubject(aStaffMember(), {
        account: anAccount({ state: 'gone' }),
      }),
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
    {
      subject: {
        ...classified('external', { existing: new Set() }),
        account: anAccount({ state: 'gone' }),
      },
      status: 'not-applicable',
      ground: 'The account is not active.',
    },
  ])('$status: $ground', ({ subject, status, ground, remedy }) => {
    const outcome = userIdentified.judge(subject);
    expect(outcome).toMatchObject({
      status,
      ground: expect.stringContaining(ground),
    });
    expect(outcome.remedy ?? '').toContain(remedy ?? '');
  });

  it.each([
    { name: 'nobody knows', subject: aSubject(null), owner: 'system' },
    {
      name: 'has to be reviewed',
      subject: classified('external', { now: '2027-06-01T00:00:00.000Z' }),
      owner: OWNER,
    },
    {
      name: 'nobody answers for, even if it has to be reviewed too',
      subject: classified('external', {
        now: '2027-06-01T00:00:00.000Z',
        existing: new Set(),
      }),
      owner: 'system',
    },
  ])('asks $owner about an account that $name', ({ subject, owner }) => {
    expect(
      userIdentified.judge({ ...subject, systemOwner: 'system' }).owner,
    ).toBe(owner);
  });

  it('keeps who it is, or who it could be', () => {
    expect(userIdentified.judge(aSubject(aStaffMember())).facts).toEqual({
      email: 'sam.rivers@acme.example',
      kind: 'human',
      staffMember: 'user:default/sam.rivers',
    });
    expect(userIdentified.judge(classified('external')).facts).toEqual({
      email: 'sam.rivers@acme.example',
      kind: 'human',
      class: 'external',
      owner: OWNER,
      purpose: 'Nightly export',
      reviewAt: '2027-03-01T00:00:00.000Z',
    });
    expect(
      userIdentified.judge(aSubject(null, { identity: several })),
    ).toMatchObject({
      facts: { candidates: ['user:default/a', 'user:default/b'] },
      owner: 'group:default/support',
    });
  });
});
