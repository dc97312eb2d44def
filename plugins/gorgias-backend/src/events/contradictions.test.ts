import { anAccount } from '../__testUtils__/subjects';
import { Account } from '../accounts/account';
import { findContradictions } from './contradictions';
import { AccountEvent } from './EventStore';

const READ_AT = '2026-11-24T09:00:00.000Z';
const BEFORE = '2026-11-24T08:59:59.000Z';
const AFTER = '2026-11-24T09:00:00.001Z';

const event = (
  type: string,
  differing: Partial<AccountEvent> = {},
): AccountEvent => ({
  id: '1',
  type,
  accountId: '1',
  actorId: null,
  at: '2026-11-24T08:00:00.000Z',
  seenAt: BEFORE,
  ...differing,
});
const account = (state: Account['state']) => anAccount({ id: '1', state });

describe('findContradictions', () => {
  it.each<{
    type: string;
    list: string;
    accounts: Account[];
    text: string | undefined;
  }>([
    {
      type: 'user-deleted',
      list: 'has the account',
      accounts: [account('active')],
      text: "Gorgias' event log says that Sam Rivers was deleted, and its list of users, read later, still has the account.",
    },
    {
      type: 'user-deleted',
      list: 'has it deactivated',
      accounts: [account('deactivated')],
      text: "Gorgias' event log says that Sam Rivers was deleted, and its list of users, read later, still has the account.",
    },
    {
      type: 'user-deleted',
      list: 'no longer has it',
      accounts: [account('gone')],
      text: undefined,
    },
    {
      type: 'user-deleted',
      list: 'never had it',
      accounts: [],
      text: undefined,
    },
    {
      type: 'user-updated',
      list: 'has it',
      accounts: [account('active')],
      text: undefined,
    },
    {
      type: 'user-updated',
      list: 'has it deactivated',
      accounts: [account('deactivated')],
      text: undefined,
    },
    {
      type: 'user-updated',
      list: 'no longer has it',
      accounts: [account('gone')],
      text: "Gorgias' event log tells of Sam Rivers (user-updated), and its list of users, read later, does not have the account.",
    },
    {
      type: 'user-invited',
      list: 'never had it',
      accounts: [],
      text: "Gorgias' event log tells of a user (user-invited), and its list of users, read later, does not have the account.",
    },
    {
      type: 'user-logged-in',
      list: 'has it',
      accounts: [account('active')],
      text: undefined,
    },
    {
      type: 'user-logged-in',
      list: 'has it deactivated',
      accounts: [account('deactivated')],
      text: "Gorgias' event log says that Sam Rivers logged in last, and its list of users, read later, has the account as deactivated.",
    },
    {
      type: 'user-logged-in',
      list: 'no longer has it',
      accounts: [account('gone')],
      text: "Gorgias' event log tells of Sam Rivers (user-logged-in), and its list of users, read later, does not have the account.",
    },
  ])('after $type, the list $list', ({ type, accounts, text }) => {
    expect(findContradictions([event(type)], accounts, READ_AT)).toMatchObject(
      text
        ? [
            {
              accountId: '1',
              eventType: type,
              eventAt: '2026-11-24T08:00:00.000Z',
              text,
            },
          ]
        : [],
    );
  });

  it('names who it is about as well as it can', () => {
    const textFor = (differing: Partial<Account>) =>
      findContradictions(
        [event('user-deleted')],
        [anAccount({ id: '1', ...differing })],
        READ_AT,
      )[0].text;
    expect(textFor({ name: null })).toContain('sam.rivers@acme.example was');
    expect(textFor({ name: null, email: null })).toContain('a user was');
  });

  it('says nothing before anything was read', () => {
    expect(findContradictions([event('user-deleted')], [], null)).toEqual([]);
  });

  it('does not hold against the list what it could not know yet', () => {
    const contradictionsFor = (seenAt: string) =>
      findContradictions(
        [event('user-deleted', { seenAt })],
        [account('active')],
        READ_AT,
      );
    expect(contradictionsFor(AFTER)).toEqual([]);
    expect(contradictionsFor(READ_AT)).toHaveLength(1);
  });

  it('goes by the last event that was known, whatever clock Gorgias has', () => {
    const deleted = event('user-deleted', { id: '1' });
    const invited = event('user-invited', {
      id: '2',
      at: '2035-01-01T00:00:00.000Z',
    });
    const there = [account('active')];
    expect(findContradictions([deleted, invited], there, READ_AT)).toEqual([]);
    expect(
      findContradictions([invited, deleted], there, READ_AT),
    ).toMatchObject([{ eventType: 'user-deleted' }]);
    // The newer one was heard of after the list was read.
    expect(
      findContradictions(
        [deleted, { ...invited, seenAt: AFTER }],
        there,
        READ_AT,
      ),
    ).toMatchObject([{ eventType: 'user-deleted' }]);
  });

  it('has one an account, the newest first, and none of settings', () => {
    const events = [
      event('user-deleted', { id: '1', accountId: '1' }),
      event('account-setting-updated', { id: '2', accountId: null }),
      event('user-updated', { id: '3', accountId: '2' }),
      event('user-updated', { id: '4', accountId: '2' }),
    ];
    expect(
      findContradictions(events, [account('active')], READ_AT).map(
        ({ accountId }) => accountId,
      ),
    ).toEqual(['2', '1']);
  });
});
