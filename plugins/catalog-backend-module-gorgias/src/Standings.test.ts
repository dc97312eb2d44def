import { mockServices } from '@backstage/backend-test-utils';
import { GorgiasClient } from 'backstage-plugin-gorgias-common';
import { Standings } from './Standings';

const T0 = Date.parse('2026-11-26T10:00:00Z');

/** The plugin, which answers with the systems of each page in turn. */
function createStandings(pages: string[][]) {
  const listSystems = jest.fn(
    async ({ cursor }: { cursor?: string } = {}): Promise<any> => {
      const index = Number(cursor ?? 0);
      return {
        items: pages[index].map(entityRef => ({ entityRef })),
        totalItems: pages.flat().length,
        ...(index + 1 < pages.length && { nextCursor: String(index + 1) }),
      };
    },
  );
  const logger = mockServices.logger.mock();
  const standings = new Standings({
    auth: mockServices.auth(),
    gorgias: { as: () => ({ listSystems } as unknown as GorgiasClient) },
    logger,
    patienceMilliseconds: 50,
  });
  return { standings, listSystems, logger };
}

describe('Standings', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: T0, doNotFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => jest.useRealTimers());

  it('reads all pages, once for all entities of a minute', async () => {
    const { standings, listSystems } = createStandings([['a', 'b'], ['c']]);
    const both = await Promise.all([standings.read(), standings.read()]);
    for (const systems of both) {
      expect([...systems!.keys()]).toEqual(['a', 'b', 'c']);
    }
    jest.setSystemTime(T0 + 59_999);
    await standings.read();
    expect(listSystems).toHaveBeenCalledTimes(2);

    jest.setSystemTime(T0 + 60_000);
    await standings.read();
    expect(listSystems).toHaveBeenCalledTimes(4);
  });

  it('asks no more often while the plugin does not answer, and logs that once', async () => {
    const { standings, listSystems, logger } = createStandings([['a']]);
    listSystems.mockRejectedValue(new Error('refused'));
    expect(await standings.read()).toBeUndefined();
    expect(await standings.read()).toBeUndefined();
    expect(listSystems).toHaveBeenCalledTimes(1);
    jest.setSystemTime(T0 + 60_000);
    expect(await standings.read()).toBeUndefined();
    expect(listSystems).toHaveBeenCalledTimes(2);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringMatching(/until it answers.*refused/)],
    ]);

    listSystems.mockResolvedValue({ items: [], totalItems: 0 });
    jest.setSystemTime(T0 + 120_000);
    expect(await standings.read()).toEqual(new Map());
    expect(logger.info).toHaveBeenCalledTimes(1);

    listSystems.mockRejectedValue(new Error('refused'));
    jest.setSystemTime(T0 + 180_000);
    expect(await standings.read()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  it('does not say half of the systems when a later page fails', async () => {
    const { standings, listSystems } = createStandings([['a'], ['b']]);
    listSystems
      .mockResolvedValueOnce({ items: [], totalItems: 2, nextCursor: '1' })
      .mockRejectedValueOnce(new Error('refused'));
    expect(await standings.read()).toBeUndefined();
  });

  it('does not hold the catalog up when no answer comes', async () => {
    const { standings, listSystems, logger } = createStandings([]);
    listSystems.mockReturnValue(new Promise(() => {}));
    expect(await standings.read()).toBeUndefined();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('No answer within 50 ms'),
    );
  });
});
