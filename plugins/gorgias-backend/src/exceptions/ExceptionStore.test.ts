import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { message } from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { databaseIds, databases } from '../__testUtils__/databases';
import { anException } from '../__testUtils__/exceptions';
import { ask } from '../questions';
import { ExceptionStore, toAccessException } from './ExceptionStore';

const GORGIAS = 'resource:default/gorgias';
const ALL = { offset: 0, limit: 100 };

describe.each(databaseIds)('ExceptionStore on %s', databaseId => {
  let knex: Knex;
  let store: ExceptionStore;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    await knex.migrate.latest({
      directory: resolvePackagePath(
        'backstage-plugin-gorgias-backend',
        'migrations',
      ),
    });
    store = new ExceptionStore(knex);
  });
  beforeEach(() => knex('exceptions').delete());

  const create = async (
    id: string,
    differing: Parameters<typeof anException>[0] = {},
  ) => {
    const exception = anException({ id, ...differing });
    await store.create(exception);
    return exception;
  };
  const ids = async (filter = {}, page = ALL) =>
    (await store.list(GORGIAS, filter, page)).exceptions.map(({ id }) => id);

  it('keeps all there is to know, and nothing where there is nothing', async () => {
    const bare = await create('bare', {
      status: 'requested',
      decidedBy: undefined,
      decidedAt: undefined,
      twoPersonRule: false,
    });
    const full = await create('full', {
      reference: 'https://tickets.example/IT-7',
      decisionReason: 'Enough.',
      lapsedAt: '2026-12-31T00:05:00.000Z',
      lapsedBecause: 'its end came',
      facts: { gorgiasRole: 'agent', ownTwoFactor: false, sso: null, n: 1 },
    });
    expect(await store.get(GORGIAS, 'full')).toEqual(full);
    expect(await store.get(GORGIAS, 'bare')).toStrictEqual(
      JSON.parse(JSON.stringify(bare)),
    );
    expect(await store.get('resource:default/other', 'full')).toBeUndefined();
  });

  it('lists the newest first, by the page, narrowed', async () => {
    await create('a', { requestedAt: '2026-11-01T00:00:00.000Z' });
    await create('b', { requestedAt: '2026-11-03T00:00:00.000Z' });
    await create('c', {
      requestedAt: '2026-11-02T00:00:00.000Z',
      status: 'requested',
      accountId: '2',
    });
    await create('d', {
      requestedAt: '2026-11-02T00:00:00.000Z',
      checkId: 'access-valid',
    });
    await create('x', { entityRef: 'resource:default/other' });
    expect(await ids()).toEqual(['b', 'd', 'c', 'a']);
    expect(await ids({}, { offset: 1, limit: 2 })).toEqual(['d', 'c']);
    expect(await ids({ accountId: '1' })).toEqual(['b', 'd', 'a']);
    expect(await ids({ checkId: 'access-valid' })).toEqual(['d']);
    expect(await ids({ status: 'requested' })).toEqual(['c']);
    expect(
      await store.list(GORGIAS, { accountId: '1' }, { offset: 0, limit: 1 }),
    ).toMatchObject({ total: 3 });
  });

  it('knows what is open and what waits', async () => {
    for (const status of [
      'requested',
      'approved',
      'refused',
      'withdrawn',
      'lapsed',
    ] as const) {
      await create(status, { status });
    }
    expect((await store.listOpen(GORGIAS)).map(({ id }) => id)).toEqual([
      'approved',
      'requested',
    ]);
    expect(await ask(store.countRequested(GORGIAS))).toBe(1);
    expect(await ask(store.countRequested('resource:default/other'))).toBe(0);
  });

  it('takes one of two decisions', async () => {
    const before = await create('a', { status: 'requested' });
    expect(
      await store.update({ ...before, status: 'approved' }, 'requested'),
    ).toBe(true);
    expect(
      await store.update({ ...before, status: 'refused' }, 'requested'),
    ).toBe(false);
    expect((await store.get(GORGIAS, 'a'))!.status).toBe('approved');
  });

  it('lets lapse what is open, and nothing else', async () => {
    const open = await create('open');
    const refused = await create('refused', { status: 'refused' });
    const why = {
      because: 'the person was offboarded',
      becauseParts: [message('lapse.offboarded')],
    };
    await store.lapse(
      [
        { exception: open, ...why },
        { exception: refused, ...why },
      ],
      '2026-11-25T00:00:00.000Z',
    );
    expect(await store.get(GORGIAS, 'open')).toMatchObject({
      status: 'lapsed',
      lapsedAt: '2026-11-25T00:00:00.000Z',
      lapsedBecause: why.because,
      lapsedBecauseParts: why.becauseParts,
      decidedBy: open.decidedBy,
    });
    expect(await store.get(GORGIAS, 'refused')).toEqual(refused);
  });

  it('has an etag that changes with it, and tells no facts', async () => {
    const before = toAccessException(await create('a'));
    const read = toAccessException((await store.get(GORGIAS, 'a'))!);
    expect(read.etag).toBe(before.etag);
    expect(read).not.toHaveProperty('facts');
    expect(read).not.toHaveProperty('entityRef');
    await store.update(
      anException({ id: 'a', status: 'withdrawn' }),
      'approved',
    );
    expect(toAccessException((await store.get(GORGIAS, 'a'))!).etag).not.toBe(
      read.etag,
    );
  });
});
