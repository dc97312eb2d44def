import { aStaffMember, aSubject, anAccount } from '../__testUtils__/subjects';
import { userIdentified } from './userIdentified';

const several = {
  type: 'unidentified' as const,
  ground: '2 staff members have the e-mail address x@acme.example.',
  candidates: ['user:default/a', 'user:default/b'],
};

describe('user-identified', () => {
  it.each([
    {
      subject: aSubject(aStaffMember()),
      status: 'passing',
      ground: 'This is Sam Rivers. The e-mail address is theirs.',
    },
    {
      subject: aSubject(aStaffMember({ state: 'offboarded' })),
      status: 'passing',
      ground: 'This is Sam Rivers.',
    },
    {
      subject: aSubject(null),
      status: 'failing',
      ground: 'Nobody has it.',
      remedy: 'Find out whose account this is.',
    },
    {
      subject: aSubject(null, { account: anAccount({ kind: 'bot' }) }),
      status: 'failing',
      ground: 'Nobody has it.',
      remedy: 'Find out whose account this is.',
    },
    {
      subject: aSubject(null, { identity: several }),
      status: 'failing',
      ground: '2 staff members have',
      remedy: 'Give each of the people named an e-mail address of their own',
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
  ])('$status: $ground', ({ subject, status, ground, remedy }) => {
    const outcome = userIdentified.judge(subject);
    expect(outcome).toMatchObject({
      status,
      ground: expect.stringContaining(ground),
    });
    expect(outcome.remedy ?? '').toContain(remedy ?? '');
  });

  it('keeps who it is, or who it could be', () => {
    expect(userIdentified.judge(aSubject(aStaffMember())).facts).toEqual({
      email: 'sam.rivers@acme.example',
      kind: 'human',
      staffMember: 'user:default/sam.rivers',
    });
    expect(
      userIdentified.judge(aSubject(null, { identity: several })),
    ).toMatchObject({
      facts: { candidates: ['user:default/a', 'user:default/b'] },
      owner: 'group:default/support',
    });
  });
});
