import { Message, sayInEnglish } from 'backstage-plugin-gorgias-common';
import { anAccount } from '../__testUtils__/subjects';
import { AccountFacts } from '../accounts/account';
import { Connection } from '../connections/ConnectionStore';
import { reasonOfRefusal, warningOf } from './connectedUser';

const MEND =
  'Somebody who is an admin in Gorgias and in Backstage has to reconnect.';

const connection = (differing: Partial<Connection> = {}) =>
  ({
    method: 'oauth',
    scopes: ['offline', 'users:read', 'account:read'],
    gorgiasUser: { id: '7', name: 'Ivy', email: 'ivy@acme.example' },
    ...differing,
  } as Connection);
const ivy = (differing: object = {}) =>
  anAccount({ id: '7', gorgiasRole: 'admin', ...differing }) as AccountFacts;
const other = anAccount({ id: '8', gorgiasRole: 'admin' }) as AccountFacts;

const say = (warning: Message | null) => warning && sayInEnglish([warning]);

describe('warningOf', () => {
  it.each([
    { name: 'is an admin', accounts: [other, ivy()], warning: null },
    {
      name: 'is not listed',
      accounts: [other],
      warning: `The connection has the rights of Ivy, who is no longer a user of Gorgias. It may end at any time. ${MEND}`,
    },
    {
      name: 'is deactivated',
      accounts: [other, ivy({ state: 'deactivated' })],
      warning: `The connection has the rights of Ivy, who is deactivated in Gorgias. It may end at any time. ${MEND}`,
    },
    {
      name: 'has another role',
      accounts: [ivy({ gorgiasRole: 'agent' })],
      warning: expect.stringMatching(
        /^The connection has the rights of Ivy, who is no longer an admin in Gorgias \(now [\w ]+\)\. Sign-in settings may not be readable/,
      ),
    },
    {
      name: 'has no role that Gorgias tells',
      accounts: [ivy({ gorgiasRole: null })],
      warning: expect.stringContaining('no longer an admin'),
    },
  ])('when the connected user $name', ({ accounts, warning }) => {
    expect(say(warningOf(connection(), accounts))).toEqual(warning);
  });

  it('names the user as well as it can', () => {
    const named = (gorgiasUser: Connection['gorgiasUser']) =>
      say(warningOf(connection({ gorgiasUser }), []));
    expect(named({ id: '7', name: null, email: 'ivy@acme.example' })).toContain(
      'the rights of ivy@acme.example, who',
    );
    expect(named({ id: '7', name: null, email: null })).toContain(
      'the rights of user 7, who',
    );
  });
});

describe('reasonOfRefusal', () => {
  it('names the scopes that are missing', () => {
    expect(say(reasonOfRefusal(connection({ scopes: ['offline'] })))).toBe(
      `The grant lacks users:read, account:read, so Gorgias refuses to be read. ${MEND}`,
    );
  });

  it('names the user whose rights these were, where no scope is missing', () => {
    expect(say(reasonOfRefusal(connection()))).toBe(
      `Gorgias refuses to be read with the rights of Ivy: the user was deactivated or may not do this any more, or the grant was ended. ${MEND}`,
    );
  });

  it('knows that API keys have no scopes', () => {
    const reason = say(
      reasonOfRefusal(connection({ method: 'api-key', scopes: [] })),
    );
    expect(reason).toContain('with the rights of Ivy');
    expect(reason).not.toContain('lacks');
  });
});
