import { mockServices } from '@backstage/backend-test-utils';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

const NOW = '2026-11-24T09:00:00.000Z';
const TOMASZ = 'user:default/tomasz.kowalski';
const ELENA = 'user:default/elena.popescu';
const MARK = 'acme.example/offboarded-on';

describe.each(databaseIds)('people who left on %s', id => {
  const auditor = mockServices.auditor.mock();
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    setClock(NOW);
    auditor.createEvent.mockReset().mockResolvedValue({
      success: async () => {},
      fail: async () => {},
    });
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [auditor.factory],
    });
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  const admin = () => gorgias.as(ADMIN);
  const list = (filter = {}) => admin().listOffboarded(GORGIAS, filter);
  const tomasz = async () =>
    (await list()).items.find(({ staffRef }) => staffRef === TOMASZ)!;
  const verdict = async () => {
    const { items } = await admin().listAccounts(GORGIAS, { search: 'Tomasz' });
    return items[0].verdicts.find(
      ({ checkId }) => checkId === 'offboarded-access-removed',
    )!;
  };
  const syncInAnHour = async () => {
    advanceClock({ hours: 1 });
    await gorgias.sync();
  };
  const mark = (name: string, date: string) => {
    gorgias.catalog.entities.find(
      ({ metadata }) => metadata.name === name,
    )!.metadata.annotations = { [MARK]: date };
  };
  const refused = (statusCode: number, message: string) => ({
    statusCode,
    body: { error: { message: expect.stringContaining(message) } },
  });

  it('are listed with their accounts, and by when these are to be removed', async () => {
    expect(await list()).toEqual({
      items: [
        {
          staffRef: TOMASZ,
          displayName: 'Tomasz Kowalski',
          offboardedAt: '2026-10-30T00:00:00.000Z',
          offboardedGround: 'mark',
          status: 'active',
          dueAt: '2026-10-31T00:00:00.000Z',
          removedAt: null,
          tookSeconds: null,
          usedAfterLeaving: false,
          accounts: [
            expect.objectContaining({
              email: 'tomasz.kowalski@acme.example',
              state: 'active',
              removedAt: null,
              lastLogInAt: null,
            }),
          ],
          etag: expect.any(String),
        },
      ],
      totalItems: 1,
      counts: { active: 1, revoked: 0, 'not-found': 0 },
      timeToRevoke: { people: 0, medianSeconds: null, worstSeconds: null },
    });
  });

  it('are found, narrowed and paged', async () => {
    mark('elena.popescu', '2026-11-20');
    mark('maya.ortiz', '2026-11-21');
    await syncInAnHour();
    const { items, counts, totalItems } = await list();
    expect(totalItems).toBe(items.length);
    expect(counts.active + counts.revoked + counts['not-found']).toBe(
      totalItems,
    );
    const first = await list({ limit: 2 });
    const rest = await list({ limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...rest.items]).toEqual(items);
    expect((await list({ search: 'tomasz' })).items).toEqual([await tomasz()]);
    for (const status of ['active', 'revoked', 'not-found'] as const) {
      const narrowed = await list({ status });
      expect(narrowed.totalItems).toBe(counts[status]);
      expect(narrowed.counts).toEqual(counts);
    }
    expect(items.find(({ staffRef }) => staffRef === ELENA)).toMatchObject({
      offboardedAt: '2026-11-20T00:00:00.000Z',
    });
  });

  it('come before all others when their account was used since', async () => {
    mark('elena.popescu', '2026-11-01');
    mark('maya.ortiz', '2026-11-01');
    const [account] = (await tomasz()).accounts;
    advanceClock({ minutes: 5 });
    await gorgias.control('POST', '/accounts/acme/events', {
      type: 'user-logged-in',
      object_id: Number(account.id),
    });
    await syncInAnHour();
    const { items } = await list();
    expect(items[0]).toMatchObject({
      staffRef: TOMASZ,
      usedAfterLeaving: true,
      accounts: [{ lastLogInAt: '2026-11-24T09:05:00.000Z' }],
    });
    expect(items.slice(1).map(one => one.usedAfterLeaving)).not.toContain(true);
    expect((await verdict()).ground).toMatch(
      /^Logged in on 2026-11-24, after leaving: /,
    );
    expect((await admin().getSystem(GORGIAS)).offboarded).toMatchObject({
      usedAfterLeaving: 1,
    });
  });

  it('have access no more when the account is gone, and it is told how long that took', async () => {
    const [account] = (await tomasz()).accounts;
    await gorgias.control('DELETE', `/accounts/acme/users/${account.id}`);
    await syncInAnHour();
    const took =
      (Date.parse('2026-11-24T10:00:00Z') - Date.parse('2026-10-30')) / 1000;
    expect(await tomasz()).toMatchObject({
      status: 'revoked',
      removedAt: '2026-11-24T10:00:00.000Z',
      tookSeconds: took,
    });
    expect((await list()).timeToRevoke).toEqual({
      people: 1,
      medianSeconds: took,
      worstSeconds: took,
    });
  });

  it('are shown as an admin says, which makes no verdict pass', async () => {
    const { etag } = await tomasz();
    await admin().putRevocation(GORGIAS, TOMASZ, {
      proof: ' Deleted by hand, IT-7 ',
      etag,
    });
    const said = await tomasz();
    expect(said).toMatchObject({
      status: 'revoked',
      tookSeconds: null,
      override: { proof: 'Deleted by hand, IT-7', by: ADMIN, at: NOW },
    });
    expect((await verdict()).status).toBe('failing');
    const history = async () =>
      (await admin().listHistory(GORGIAS, { kind: 'revocation' })).items;
    expect(await history()).toEqual([
      expect.objectContaining({
        staffRef: TOMASZ,
        by: ADMIN,
        before: null,
        after: { proof: 'Deleted by hand, IT-7', by: ADMIN, at: NOW },
      }),
    ]);

    await syncInAnHour();
    expect(await tomasz()).toEqual(said);
    await admin().deleteRevocation(GORGIAS, TOMASZ, said.etag);
    expect(await tomasz()).toMatchObject({ status: 'active' });
    expect((await tomasz()).override).toBeUndefined();
    expect((await history())[0]).toMatchObject({ after: null });
    expect(
      auditor.createEvent.mock.calls
        .map(([event]) => event)
        .filter(({ eventId }) => eventId.startsWith('revocation')),
    ).toEqual([
      expect.objectContaining({
        eventId: 'revocation-state',
        meta: {
          entityRef: GORGIAS,
          staffRef: TOMASZ,
          before: null,
          after: 'Deleted by hand, IT-7',
        },
      }),
      expect.objectContaining({
        eventId: 'revocation-undo',
        meta: expect.objectContaining({
          before: 'Deleted by hand, IT-7',
          after: null,
        }),
      }),
    ]);
  });

  it('are not said to be what they are not', async () => {
    const { etag } = await tomasz();
    const put = (
      staffRef: string,
      request: { proof: string; etag: string },
      user = ADMIN,
    ) => gorgias.as(user).putRevocation(GORGIAS, staffRef, request);
    await expect(put(TOMASZ, { proof: ' ', etag })).rejects.toMatchObject(
      refused(400, 'proof: is empty'),
    );
    await expect(
      put(TOMASZ, { proof: 'x', etag: 'another' }),
    ).rejects.toMatchObject(refused(409, 'somebody else has changed'));
    await expect(put(ELENA, { proof: 'x', etag })).rejects.toMatchObject(
      refused(404, 'is not a staff member who left'),
    );
    await expect(
      put(TOMASZ, { proof: 'x', etag }, ENGINEER),
    ).rejects.toMatchObject({ statusCode: 403 });
    await expect(
      admin().deleteRevocation(GORGIAS, TOMASZ, etag),
    ).rejects.toMatchObject(refused(404, 'nothing to take back'));
    await expect(
      gorgias.as(ENGINEER).listOffboarded(GORGIAS),
    ).rejects.toMatchObject({ statusCode: 403 });
    expect((await tomasz()).status).toBe('active');
  });

  it('are kept apart when two admins say something at once', async () => {
    const { etag } = await tomasz();
    const answers = await Promise.allSettled(
      ['IT-1', 'IT-2', 'IT-3'].map(proof =>
        admin().putRevocation(GORGIAS, TOMASZ, { proof, etag }),
      ),
    );
    expect(
      answers.map(one => (one as any).reason?.statusCode ?? 204).sort(),
    ).toEqual([204, 409, 409]);
  });
});
