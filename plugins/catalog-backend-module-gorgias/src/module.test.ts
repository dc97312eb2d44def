import {
  EntityStatusItem,
  EntityStatusLevel,
} from '@backstage/catalog-model/alpha';
import {
  GORGIAS,
  RunningCatalog,
  startCatalog,
} from './__testUtils__/startCatalog';

const TYPE = 'gorgias.com/access';
const NOT_KNOWN = {
  type: TYPE,
  level: 'warning',
  message:
    'How the access stands is not known: the Gorgias plugin does not answer.',
};

let catalog: RunningCatalog | undefined;

beforeEach(() => {
  // Only the date: the catalog goes on processing by its timers.
  jest.useFakeTimers({
    now: new Date(),
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
});
afterEach(async () => {
  await catalog?.stop();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

/** Lets what the module has read grow too old. */
const letTimePass = () => jest.setSystemTime(Date.now() + 61_000);

/** All that the catalog says of the entity of `acme`, once it says something like this. */
async function said(
  level: EntityStatusLevel,
  words: string,
): Promise<EntityStatusItem[] | undefined> {
  const entity = await catalog!.entity('gorgias', ({ status }) =>
    Boolean(
      status?.items?.some(
        item => item.level === level && item.message.includes(words),
      ),
    ),
  );
  return entity.status?.items;
}

/** With a critical system that fails a check, of which the catalog has heard. */
async function startFailing() {
  catalog = await startCatalog();
  await catalog.entity('gorgias', () => true);
  await catalog.gorgias.addCriticalSystem(GORGIAS);
  await catalog.connect();
  letTimePass();
  return said('error', 'Read from');
}

describe('in the catalog', () => {
  it('says how a critical system stands, and when that was read', async () => {
    catalog = await startCatalog();
    const { gorgias } = catalog;
    const unlisted = await catalog.entity('gorgias', () => true);
    expect(unlisted.status).toBeUndefined();

    await gorgias.addCriticalSystem(GORGIAS);
    letTimePass();
    expect(await said('error', 'Nothing was read')).toEqual([
      {
        type: TYPE,
        level: 'error',
        message:
          'Access fails at least one check. Nothing was read from Gorgias yet.',
      },
    ]);

    await catalog.connect();
    const { freshness } = await gorgias.getSystem(GORGIAS);
    expect(freshness.factsAt).toBeTruthy();
    letTimePass();
    expect(await said('error', 'Read from')).toEqual([
      {
        type: TYPE,
        level: 'error',
        message: `Access fails at least one check. Read from Gorgias at ${freshness.factsAt}.`,
      },
    ]);

    await gorgias.removeCriticalSystem(GORGIAS);
    letTimePass();
    const after = await catalog.entity('gorgias', ({ status }) => !status);
    expect(after).not.toHaveProperty('status');
  });

  it('says nothing of people, nor of entities that are no critical system', async () => {
    const items = await startFailing();
    const { items: accounts } = await catalog!.gorgias.listAccounts(GORGIAS);
    expect(accounts).toHaveLength(23);
    const people = accounts
      .flatMap(({ name, email }) => [name, email])
      .filter(word => word !== null);
    expect(people.length).toBeGreaterThan(40);
    const text = JSON.stringify(items);
    expect(people.filter(word => text.includes(word))).toEqual([]);
    for (const name of ['gorgias-outlet', 'warehouse']) {
      const entity = await catalog!.entity(name, () => true);
      expect(entity.status).toBeUndefined();
    }
  });

  it('goes on while the plugin is not there', async () => {
    catalog = await startCatalog({ withoutGorgias: true });
    expect(await said('warning', 'not known')).toEqual([NOT_KNOWN]);
    const warehouse = await catalog.entity('warehouse', () => true);
    expect(warehouse.status).toBeUndefined();
  });

  it('no longer says what it knew once the plugin does not answer, and does so when it is back', async () => {
    const before = await startFailing();
    const realFetch = global.fetch;
    const outage = jest
      .spyOn(global, 'fetch')
      .mockImplementation(async (input, init) => {
        if (String(input).includes('/api/gorgias/')) {
          throw new TypeError('fetch failed');
        }
        return realFetch(input, init);
      });
    letTimePass();
    expect(await said('warning', 'not known')).toEqual([NOT_KNOWN]);

    outage.mockRestore();
    letTimePass();
    expect(await said('error', 'Read from')).toEqual(before);
  });
});
