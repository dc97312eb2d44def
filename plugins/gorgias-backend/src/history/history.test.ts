import { firstVerdicts } from 'backstage-plugin-gorgias-common';
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

describe.each(databaseIds)('the history on %s', id => {
  let knex: Knex;
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock('2026-11-24T09:00:00Z');
    knex = await databases.init(id);
    gorgias = await startGorgias({ knex });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const list = async (filter = {}) =>
    (await admin().listHistory(GORGIAS, { limit: 100, ...filter })).items;
  const changeSam = (change: object) =>
    gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, change);
  const syncInAnHour = async () => {
    advanceClock({ hours: 1 });
    await gorgias.sync();
  };

  it('names the account an entry is about, as it is called now', async () => {
    const ofSam = async () =>
      new Set(
        (await list({ accountId: SAM })).map(({ accountName }) => accountName),
      );
    expect(await ofSam()).toEqual(new Set(['Sam Rivers']));

    await changeSam({ name: 'Samuel Rivers' });
    await syncInAnHour();
    expect(await ofSam()).toEqual(new Set(['Samuel Rivers']));

    await knex('accounts').where({ account_id: SAM }).update({ name: null });
    expect(await ofSam()).toEqual(new Set(['sam.rivers@acme.example']));

    // What is about no account has no name.
    for (const entry of await list({ kind: 'staff' })) {
      expect(entry).not.toHaveProperty('accountName');
    }
  });

  it('tells the first verdicts on an account together, and changes each', async () => {
    await changeSam({ has_2fa_enabled: true });
    await syncInAnHour();
    const [changed, first, ...others] = await list({
      accountId: SAM,
      kind: 'verdict',
    });
    expect(others).toEqual([]);
    expect(first).not.toHaveProperty('checkId');
    expect(first.before).toBe(null);
    const verdicts = firstVerdicts(first);
    expect(verdicts.map(({ checkId }) => checkId)).toEqual([
      'user-identified',
      'offboarded-access-removed',
      'mfa-enabled',
      'access-valid',
    ]);
    const { checkId, ...mfa } = verdicts[2];
    expect(changed).toMatchObject({
      checkId,
      // With the facts, which the ledger tells of the first.
      before: { ...mfa, facts: expect.any(Object) },
      after: { status: 'passing', facts: expect.any(Object) },
    });
    expect(firstVerdicts(changed)).toEqual([]);
  });

  it('is narrowed to a check and a time', async () => {
    await changeSam({ has_2fa_enabled: true });
    await syncInAnHour();
    const listMfa = (filter: object) =>
      list({ accountId: SAM, checkId: 'mfa-enabled', ...filter });
    const mfa = await listMfa({});
    const [later, earlier, ...others] = mfa;
    expect(others).toEqual([]);
    expect(later.checkId).toBe('mfa-enabled');
    expect(earlier.after).toHaveProperty('mfa-enabled');
    const ofSystem = await list({ checkId: 'access-control-configured' });
    expect(ofSystem).not.toEqual([]);
    expect(ofSystem.map(({ checkId }) => checkId)).toEqual(
      ofSystem.map(() => 'access-control-configured'),
    );

    expect(later.at).toBe('2026-11-24T10:00:00.000Z');
    expect(await listMfa({ from: later.at })).toEqual([later]);
    expect(await listMfa({ to: later.at })).toEqual([earlier]);
    expect(await listMfa({ from: '2026-11-24T10:00:00.001Z' })).toEqual([]);
    // The same instant, said in other ways.
    expect(await listMfa({ from: '2026-11-24T11:00+01:00' })).toEqual([later]);
    expect(await listMfa({ from: '2026-11-24', to: '2026-11-25' })).toEqual(
      mfa,
    );
  });

  it.each([
    { filter: { from: 'yesterday' }, problem: 'from: is not a time' },
    { filter: { to: '2026-02-30' }, problem: 'to: is not a time' },
    { filter: { from: '+020000-01-01' }, problem: 'from: is not a time' },
    {
      filter: { from: '2026-11-24T10:00Z', to: '2026-11-24T11:00+01:00' },
      problem: 'to: is not after from',
    },
  ])('refuses $filter: $problem', async ({ filter, problem }) => {
    await expect(list(filter)).rejects.toMatchObject({
      statusCode: 400,
      body: { error: { message: expect.stringContaining(problem) } },
    });
  });
});
