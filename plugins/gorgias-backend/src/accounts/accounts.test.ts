import {
  ACCOUNT_ORDERS,
  AccountFilter,
  AccountOrder,
  AccountRow,
  GORGIAS_SUBDOMAIN_ANNOTATION,
  Page,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const SUPPORT = 'group:default/support';
const TIER_1 = 'group:default/support-tier-1';

describe.each(databaseIds)('lists of accounts over HTTP on %s', id => {
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

  type Request = AccountFilter & AccountOrder;
  const page = (request: Request & { limit?: number; cursor?: string } = {}) =>
    gorgias.as(ADMIN).listAccounts(GORGIAS, { limit: 100, ...request });
  const idsOf = ({ items }: Page<AccountRow>) => items.map(row => row.id);
  const namesOf = async (request: Request) =>
    (await page(request)).items.map(({ name }) => name);
  const account = (email: string) =>
    page({ search: email }).then(({ items }) => items[0]);
  const change = async (email: string, body: object) => {
    const { id: accountId } = await account(email);
    await gorgias.control('PATCH', `/accounts/acme/users/${accountId}`, body);
  };

  it('go on page by page in every order, forwards and backwards', async () => {
    for (const orderBy of [undefined, ...ACCOUNT_ORDERS]) {
      const whole = await page({ orderBy });
      const ids: string[] = [];
      let cursor: string | undefined;
      do {
        const part = await page({ orderBy, limit: 4, cursor });
        expect(part.totalItems).toBe(23);
        ids.push(...idsOf(part));
        cursor = part.nextCursor;
      } while (cursor);
      expect(new Set(ids).size).toBe(23);
      expect(ids).toEqual(idsOf(whole));
      const backwards = await page({ orderBy, order: 'desc' });
      expect(idsOf(backwards)).toEqual(ids.reverse());
    }
    const [newest] = (await page({ order: 'desc' })).items;
    const [oldest] = (await page()).items;
    expect(oldest.createdAt! < newest.createdAt!).toBe(true);
  });

  it('are not upset by accounts that come and go between pages', async () => {
    const first = await page({ orderBy: 'name', limit: 3 });
    const rest = await page({ orderBy: 'name', cursor: first.nextCursor });
    await gorgias.control('POST', '/accounts/acme/users', {
      name: 'Aaron Aalto',
      email: 'aaron.aalto@acme.example',
      role: 'agent',
    });
    await gorgias.sync();
    expect((await namesOf({ orderBy: 'name' }))[0]).toBe('Aaron Aalto');
    expect(
      idsOf(await page({ orderBy: 'name', cursor: first.nextCursor })),
    ).toEqual(idsOf(rest));
  });

  it('refuse a cursor that is of another list', async () => {
    const { nextCursor } = await page({ orderBy: 'name', limit: 3 });
    const foreign = {
      statusCode: 400,
      body: {
        error: { message: expect.stringMatching(/^cursor: is not one/) },
      },
    };
    const [place] = JSON.parse(
      Buffer.from(nextCursor!, 'base64url').toString(),
    ) as unknown[];
    for (const request of [
      { cursor: nextCursor },
      { orderBy: 'name', order: 'desc', cursor: nextCursor },
      { orderBy: 'name', state: 'active', cursor: nextCursor },
      { orderBy: 'name', cursor: `${nextCursor}x`.slice(2) },
      {
        orderBy: 'name',
        cursor: Buffer.from(JSON.stringify([place, 7, 'x'])).toString(
          'base64url',
        ),
      },
    ] as const) {
      await expect(page(request)).rejects.toMatchObject(foreign);
    }
    await expect(
      gorgias
        .as(ENGINEER)
        .listAccounts(GORGIAS, { orderBy: 'name', cursor: nextCursor }),
    ).rejects.toMatchObject(foreign);
  });

  it('are narrowed to roles, groups and identities', async () => {
    const all = (await page()).items;
    const expectIds = async (
      filter: AccountFilter,
      matches: (row: AccountRow) => boolean,
    ) => {
      const wanted = all.filter(matches).map(row => row.id);
      expect(wanted.length).toBeGreaterThan(0);
      expect(idsOf(await page(filter))).toEqual(wanted);
    };
    await expectIds(
      { gorgiasRole: 'agent' },
      ({ gorgiasRole }) => gorgiasRole === 'agent',
    );
    await expectIds(
      { identity: 'unidentified' },
      ({ identity }) => identity.type === 'unidentified',
    );
    await expectIds({ orgRole: TIER_1 }, ({ orgRoles }) =>
      orgRoles.includes(TIER_1),
    );
    // Those in groups below count for a parent, which they are not in themselves.
    const inSupport = idsOf(await page({ orgRole: SUPPORT }));
    expect(inSupport).toEqual(
      expect.arrayContaining(idsOf(await page({ orgRole: TIER_1 }))),
    );
    expect((await page({ gorgiasRole: '' })).totalItems).toBe(0);
  });

  it('take what is searched for as it is written', async () => {
    await change('sam.rivers@acme.example', { name: '100%_Sam!' });
    await gorgias.sync();
    for (const search of ['100%', '0%_S', 'SAM!', '%_']) {
      expect(await namesOf({ search })).toEqual(['100%_Sam!']);
    }
    expect(await namesOf({ search: '1%m' })).toEqual([]);
    expect(await namesOf({ search: '100_' })).toEqual([]);
  });

  it('show somebody without rights their own accounts, and count no others', async () => {
    const own = await gorgias.as(ENGINEER).listAccounts(GORGIAS);
    expect(own).toMatchObject({
      totalItems: 1,
      items: [{ email: 'sam.rivers@acme.example' }],
    });
    expect(
      await gorgias.as(ENGINEER).listAccounts(GORGIAS, { search: 'maya' }),
    ).toEqual({ items: [], totalItems: 0 });
  });

  it('are read once for many at the same time, and each gets what they may see', async () => {
    const inOneGo = (who: string, filter: object = {}) =>
      Array.from({ length: 10 }, () =>
        gorgias.as(who).listAccounts(GORGIAS, { limit: 100, ...filter }),
      );
    const [all, gone, own, ownersOwn] = await Promise.all(
      [
        inOneGo(ADMIN),
        inOneGo(ADMIN, { state: 'gone' }),
        inOneGo(ENGINEER),
        inOneGo(OWNER),
      ].map(pages => Promise.all(pages)),
    );
    const emailsOf = (pages: typeof all) =>
      new Set(pages.map(({ items }) => items.map(({ email }) => email).join()));
    expect(emailsOf(own)).toEqual(new Set(['sam.rivers@acme.example']));
    expect(emailsOf(ownersOwn).size).toBe(1);
    expect(emailsOf(ownersOwn)).not.toEqual(emailsOf(own));
    expect(emailsOf(all).size).toBe(1);
    expect(all[0].items.length).toBeGreaterThan(20);
    expect(emailsOf(gone)).not.toEqual(emailsOf(all));
  });

  it('follow what is said of an account at once', async () => {
    const [bot] = (await page({ identity: 'unidentified' })).items;
    await gorgias.as(ADMIN).putIdentities(GORGIAS, {
      accounts: [{ id: bot.id, etag: bot.identityEtag }],
      assignment: {
        type: 'staff-member',
        staffRef: ENGINEER,
        reason: 'He uses it',
      },
    });
    expect(idsOf(await gorgias.as(ENGINEER).listAccounts(GORGIAS))).toContain(
      bot.id,
    );
    expect(idsOf(await page({ search: 'sam rivers' }))).toContain(bot.id);
    expect(idsOf(await page({ identity: 'unidentified' }))).not.toContain(
      bot.id,
    );
  });

  it('narrow to, count and put in order the statuses that are shown, also once the facts are too old', async () => {
    const expectAgreement = async () => {
      const { items } = await page({ orderBy: 'status' });
      const ranks = items.map(({ status }) => VERDICT_STATUSES.indexOf(status));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      const { checks } = await gorgias.as(ADMIN).getSystem(GORGIAS);
      for (const status of VERDICT_STATUSES) {
        for (const check of ['mfa-enabled', 'user-identified'] as const) {
          const found = await page({ check, status });
          expect(idsOf(found).sort()).toEqual(
            items
              .filter(({ verdicts }) =>
                verdicts.some(
                  verdict =>
                    verdict.checkId === check && verdict.status === status,
                ),
              )
              .map(row => row.id)
              .sort(),
          );
          expect(found.totalItems).toBe(
            checks.find(({ checkId }) => checkId === check)!.counts[status],
          );
        }
      }
      return items.map(({ status }) => status);
    };
    expect(await expectAgreement()).toContain('failing');
    const byStatus = await page({ orderBy: 'status', limit: 2 });
    const byName = await page({ orderBy: 'name', limit: 2 });
    advanceClock({ hours: 3 });
    const statuses = await expectAgreement();
    expect(statuses).toContain('stale');
    expect(statuses).not.toContain('failing');
    // An order that the cursor knows nothing of any more.
    await expect(
      page({ orderBy: 'status', cursor: byStatus.nextCursor }),
    ).rejects.toMatchObject({ statusCode: 400 });
    expect(
      (await page({ orderBy: 'name', cursor: byName.nextCursor })).items,
    ).toHaveLength(21);
  });

  it('tell of the last log-in and of the groups somebody is in', async () => {
    const before = await account('sam.rivers@acme.example');
    expect(before).toMatchObject({ lastLogInAt: null, orgRoles: [TIER_1] });
    advanceClock({ minutes: 1 });
    await gorgias.control('POST', '/accounts/acme/events', {
      type: 'user-logged-in',
      object_id: Number(before.id),
    });
    await gorgias.sync();
    expect(await account('sam.rivers@acme.example')).toMatchObject({
      lastLogInAt: '2026-11-24T09:01:00.000Z',
    });
  });

  it('are the same after an update from a version that kept nothing for them', async () => {
    const lists = () =>
      Promise.all([
        page({ orderBy: 'name' }),
        page({ check: 'mfa-enabled', status: 'failing' }),
        gorgias.as(ENGINEER).listAccounts(GORGIAS),
        gorgias.as(ADMIN).getSystem(GORGIAS),
        gorgias.as(ENGINEER).listSystems(),
      ]);
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    const before = await lists();
    const directory = `${__dirname}/../../migrations`;
    while (await knex.schema.hasTable('judged_accounts')) {
      await knex.migrate.down({ directory });
    }
    // As it may be where nothing was judged since before that was noted.
    await knex('evaluations').delete();
    const updated = await startGorgias({ knex, beside: gorgias });
    expect(await lists()).toEqual(before);
    await updated.stop();
  });

  it('are of the account that is connected, also one from before', async () => {
    const entity = gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === 'gorgias',
    )!;
    const connect = (subdomain: string, email: string) => {
      entity.metadata.annotations![GORGIAS_SUBDOMAIN_ANNOTATION] = subdomain;
      return gorgias.as(ADMIN).connectByApiKey({
        entityRef: GORGIAS,
        subdomain,
        email,
        apiKey: `${subdomain}-api-key`,
      });
    };
    const before = await page({ orderBy: 'name' });
    advanceClock({ seconds: 10 });
    await connect('acme-outlet', 'ivy.nakamura@acme.example');
    expect((await page()).items).toEqual([]);
    await gorgias.runRequested();
    const outlet = await page();
    expect(outlet.totalItems).toBeGreaterThan(0);
    expect(outlet.totalItems).toBeLessThan(23);

    advanceClock({ seconds: 10 });
    await connect('acme', 'ivy.nakamura@acme.example');
    await gorgias.scheduler.triggerTask('evaluate-due');
    expect(idsOf(await page({ orderBy: 'name' }))).toEqual(idsOf(before));
  });
});
