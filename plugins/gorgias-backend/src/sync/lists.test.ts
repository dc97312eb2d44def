import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SAM = '411805933';

describe.each(databaseIds)('lists of users on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;
  /** What happens before the nth request for a page of users from now on. */
  let before: Record<number, () => Promise<unknown>>;
  let pages: number;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    before = {};
    pages = 0;
    knex = await databases.init(id);
    gorgias = await startGorgias({
      knex,
      onRequest: async ({ path }) => {
        if (path === '/api/users') {
          pages += 1;
          await before[pages]?.();
        }
      },
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const behave = (behaviour: object) =>
    gorgias.control('PATCH', '/accounts/acme/behaviour', behaviour);
  const deleteUser = (user: string) =>
    gorgias.control('DELETE', `/accounts/acme/users/${user}`);
  const stateOf = async (user: string) =>
    (await knex('accounts').where({ account_id: user }).first())?.state;
  const sync = async () => {
    advanceClock({ minutes: 15 });
    pages = 0;
    await gorgias.sync();
    return (await gorgias.as(ADMIN).getSystem(GORGIAS)).sync.last!;
  };
  const userIds = async (): Promise<string[]> => {
    const { users } = await (
      await gorgias.control('GET', '/accounts/acme')
    ).json();
    return users.map((user: any) => String(user.id));
  };

  it('without deactivated users do not make these gone', async () => {
    await gorgias.connect();
    await behave({ deactivatedUsersListed: false });
    await gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, {
      active: false,
    });
    expect(await sync()).toMatchObject({
      outcome: 'complete',
      accounts: 21,
      changes: { added: 0, updated: 1, gone: 0 },
    });
    expect(await stateOf(SAM)).toBe('deactivated');
    expect((await gorgias.as(ADMIN).getSystem(GORGIAS)).accounts).toEqual({
      active: 21,
      deactivated: 2,
      gone: 0,
    });

    // Who is deleted then is.
    await deleteUser(SAM);
    expect(await sync()).toMatchObject({ changes: { gone: 1 } });
    expect(await stateOf(SAM)).toBe('gone');
    // And nobody asks for them any more.
    await gorgias.control('DELETE', '/accounts/acme/requests');
    await sync();
    const { byEndpoint } = await (
      await gorgias.control('GET', '/accounts/acme/requests')
    ).json();
    expect(byEndpoint).not.toHaveProperty([`GET /api/users/${SAM}`]);
  });

  it('without many who were deactivated do not make these gone once that is accepted', async () => {
    await gorgias.connect();
    await behave({ deactivatedUsersListed: false });
    const five = [SAM, '410377402', '413920518', '425043871', '428610275'];
    for (const user of five) {
      await gorgias.control('PATCH', `/accounts/acme/users/${user}`, {
        active: false,
      });
    }
    const { id: heldId, outcome } = await sync();
    expect(outcome).toBe('held');
    await gorgias.as(ADMIN).acceptHeldRun(GORGIAS, heldId);
    await gorgias.runRequested();
    expect((await gorgias.as(ADMIN).getSystem(GORGIAS)).accounts).toEqual({
      active: 17,
      deactivated: 6,
      gone: 0,
    });
  });

  it('leave the world as it was when it can not be asked who is gone', async () => {
    await gorgias.connect();
    await deleteUser(SAM);
    await gorgias.control('POST', '/accounts/acme/faults', {
      breakNext: { how: 'forbidden', path: '/api/users/' },
    });
    expect(await sync()).toMatchObject({ outcome: 'failed' });
    expect(await stateOf(SAM)).toBe('active');
    expect(await sync()).toMatchObject({ outcome: 'complete' });
    expect(await stateOf(SAM)).toBe('gone');
  });

  it.each(['key', 'offset'])(
    'lose nobody when somebody is deleted between two pages, with cursors of the kind %s',
    async cursorKind => {
      await behave({ cursorKind, maxPageSize: 5 });
      await gorgias.connect();
      const everybody = await userIds();
      const [first] = everybody;
      before = { 2: () => deleteUser(first) };
      const run = await sync();
      expect(run).toMatchObject({ outcome: 'complete' });
      const present = await knex('accounts')
        .whereNot({ state: 'gone' })
        .pluck('account_id');
      expect(present).toEqual(
        expect.arrayContaining(everybody.filter(user => user !== first)),
      );
      advanceClock({ minutes: 1 });
      before = {};
      await sync();
      expect(await stateOf(first)).toBe('gone');
    },
  );

  it('are found whole at the first read too, when somebody is deleted meanwhile', async () => {
    await behave({ cursorKind: 'offset', maxPageSize: 5 });
    const everybody = await userIds();
    before = { 2: () => deleteUser(everybody[0]) };
    await gorgias.connect();
    const present = await knex('accounts').pluck('account_id');
    // Nobody is asked for by name, since nobody was known.
    expect(present.sort()).toEqual(everybody.sort());
  });

  it('are looked at again also where no log tells that something happened', async () => {
    await behave({
      cursorKind: 'offset',
      maxPageSize: 5,
      eventsRecorded: false,
      scopesGranted: ['offline', 'users:read', 'account:read'],
    });
    const everybody = await userIds();
    before = { 2: () => deleteUser(everybody[0]) };
    await gorgias.connect();
    expect((await knex('accounts').pluck('account_id')).sort()).toEqual(
      everybody.sort(),
    );
  });

  it('are read once where the log tells that nothing happened', async () => {
    await behave({ maxPageSize: 5 });
    await gorgias.connect();
    expect(pages).toBe(5);
    await sync();
    expect(pages).toBe(5);
    before = {
      2: () =>
        gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, {
          external_id: '7',
        }),
    };
    await sync();
    expect(pages).toBe(9);
  });

  it('are read anew when somebody changed between two looks at them', async () => {
    await behave({ maxPageSize: 5 });
    await gorgias.connect();
    before = {
      2: () =>
        gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, {
          has_2fa_enabled: true,
        }),
    };
    expect(await sync()).toMatchObject({ outcome: 'complete' });
    expect(
      Boolean(
        (await knex('accounts').where({ account_id: SAM }).first())
          .own_two_factor,
      ),
    ).toBe(true);
  });

  it('end after three readings that do not fit together', async () => {
    await behave({ maxPageSize: 5 });
    await gorgias.connect();
    const rows = await knex('accounts').orderBy('account_id');
    let on = false;
    const changeMaya = () => {
      on = !on;
      return gorgias.control('PATCH', '/accounts/acme/users/410200117', {
        name: on ? 'Maya O.' : 'Maya Ortiz',
      });
    };
    before = Object.fromEntries(
      [...Array(60).keys()].map(page => [page, changeMaya]),
    );
    expect(await sync()).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('changed while being read'),
    });
    expect(await knex('accounts').orderBy('account_id')).toEqual(rows);
  });
});
