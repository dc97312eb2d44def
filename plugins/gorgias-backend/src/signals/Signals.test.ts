import { mockServices } from '@backstage/backend-test-utils';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Signals } from './Signals';

const ONE = { entityRef: 'resource:default/one' };
const TWO = { entityRef: 'resource:default/two' };

describe('Signals', () => {
  const logger = mockServices.logger.mock();
  const publish = jest.fn<
    Promise<void>,
    Parameters<SignalsService['publish']>
  >();
  const getConnection = jest.fn();
  let waiting: Array<() => void>;
  let signals: Signals;

  beforeEach(() => {
    jest.resetAllMocks();
    publish.mockResolvedValue();
    waiting = [];
    signals = new Signals({
      signals: { publish },
      stores: { connections: { get: getConnection } },
      logger,
      later: (callback, milliseconds) => {
        expect(milliseconds).toBe(1_000);
        waiting.push(callback);
      },
    });
  });

  const published = () => publish.mock.calls.map(([{ channel }]) => channel);
  const letASecondPass = () => {
    const due = waiting;
    waiting = [];
    due.forEach(callback => callback());
  };

  it('tell everybody at once that something changed, and not what', async () => {
    await signals.changed(ONE);
    expect(publish.mock.calls).toEqual([
      [
        {
          recipients: { type: 'broadcast' },
          channel: 'gorgias:resource:default/one',
          message: { type: 'changed' },
        },
      ],
    ]);
  });

  it('make one of a burst, and always send the last', async () => {
    for (let change = 0; change < 50; change += 1) {
      await signals.changed(ONE);
    }
    expect(published()).toHaveLength(1);
    letASecondPass();
    expect(published()).toHaveLength(2);

    // The burst goes on, and the last of it is told of too.
    await signals.changed(ONE);
    expect(published()).toHaveLength(2);
    letASecondPass();
    expect(published()).toHaveLength(3);

    letASecondPass();
    letASecondPass();
    expect(published()).toHaveLength(3);
    expect(waiting).toEqual([]);
    await signals.changed(ONE);
    expect(published()).toHaveLength(4);
  });

  it('do not let one system wait for another', async () => {
    await signals.changed(ONE);
    await signals.changed(TWO);
    expect(published()).toEqual([
      'gorgias:resource:default/one',
      'gorgias:resource:default/two',
    ]);
  });

  it('know whose a connection is, and ask once', async () => {
    getConnection.mockImplementation(async id =>
      id === 'c-1' ? ONE : undefined,
    );
    await signals.changed({ connectionId: 'c-1' });
    letASecondPass();
    await signals.changed({ connectionId: 'c-1' });
    await signals.changed({ connectionId: 'vanished' });
    expect(published()).toEqual([
      'gorgias:resource:default/one',
      'gorgias:resource:default/one',
    ]);
    expect(getConnection.mock.calls).toEqual([['c-1'], ['vanished']]);
  });

  it('fail without anybody noticing, and go on', async () => {
    publish.mockRejectedValueOnce(new Error('Service is shutting down'));
    await signals.changed(ONE);
    getConnection.mockRejectedValueOnce(new Error('The database is gone'));
    await signals.changed({ connectionId: 'c-1' });
    publish.mockImplementationOnce(() => {
      throw new Error('Broken');
    });
    await signals.changed(TWO);
    expect(logger.warn.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('shutting down'),
      expect.stringContaining('database is gone'),
      expect.stringContaining('Broken'),
    ]);

    await signals.changed(ONE);
    publish.mockClear();
    letASecondPass();
    expect(published()).toEqual(['gorgias:resource:default/one']);
  });
});
