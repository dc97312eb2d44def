import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  GORGIAS_VERDICT_TOPIC,
  GorgiasVerdictEvent,
} from 'backstage-plugin-gorgias-common';
import { Knex } from 'knex';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import { recordingMetrics } from '../__testUtils__/recordingMetrics';
import {
  ADMIN,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';
import { Receiver, startReceiver } from '../__testUtils__/webhookReceiver';

const NOW = '2026-11-24T09:00:00.000Z';
const SAM = '411805933';
const SECRET = `whsec_${Buffer.from('a'.repeat(32)).toString('base64')}`;
const DOWN = { status: 404 };
const UP = { status: 204 };

describe.each(databaseIds)('webhooks on %s', databaseId => {
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  const published: GorgiasVerdictEvent[] = [];
  let logger: ReturnType<typeof mockServices.rootLogger.mock>;
  let metrics: ReturnType<typeof recordingMetrics>;
  let knex: Knex;
  let siem: Receiver;
  let chat: Receiver;
  let gorgias: RunningGorgias;

  const start = async (ids: string[]) => {
    metrics = recordingMetrics();
    logger = mockServices.rootLogger.mock();
    logger.child.mockReturnValue(logger);
    const urls: Record<string, string> = { siem: siem.url, chat: chat.url };
    return startGorgias({
      knex,
      config: {
        webhooks: ids.map(id => ({ id, url: urls[id], secret: SECRET })),
      },
      features: [
        metrics.feature,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => logger,
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
  };
  /** Events that were on their way have come. */
  const settled = () => gorgias.as(ADMIN).getSystem(GORGIAS);

  beforeAll(() =>
    events.subscribe({
      id: 'test',
      topics: [GORGIAS_VERDICT_TOPIC],
      onEvent: async ({ eventPayload }) => {
        published.push(eventPayload as GorgiasVerdictEvent);
      },
    }),
  );
  beforeEach(async () => {
    setClock(NOW);
    published.length = 0;
    knex = await databases.init(databaseId);
    siem = await startReceiver(SECRET);
    chat = await startReceiver(SECRET);
    gorgias = await start(['siem']);
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.connect();
    await settled();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
    await siem.stop();
    await chat.stop();
  });

  const send = (id = 'siem') => gorgias.scheduler.triggerTask(`webhook-${id}`);
  /** Sam's 2FA goes on or off, which one verdict follows. */
  const change = async (has2fa: boolean) => {
    advanceClock({ minutes: 10 });
    await gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, {
      has_2fa_enabled: has2fa,
    });
    await gorgias.sync();
    await settled();
  };
  /** What there is to be sent is sent, and what came of it forgotten. */
  const settle = async (...ids: string[]) => {
    for (const id of ids) await send(id);
    await settled();
    siem.received.length = 0;
    chat.received.length = 0;
    published.length = 0;
  };
  const backlog = async () =>
    Object.fromEntries(
      (await metrics.collect('gorgias.webhooks.backlog')).map(
        ([messages, attributes]) => [attributes!.webhook, messages],
      ),
    );
  const counted = (result: string) =>
    metrics.told
      .filter(
        ([name, , attributes]) =>
          name === 'gorgias.webhooks.messages' && attributes.result === result,
      )
      .reduce((sum, [, messages]) => sum + messages, 0);
  const warnings = () => logger.warn.mock.calls.map(([line]) => String(line));

  it('tell what the events tell, in their order', async () => {
    expect(await backlog()).toEqual({ siem: published.length });
    await send();
    expect(siem.received.length).toBeGreaterThan(50);
    expect(siem.received.map(({ event }) => event)).toEqual(published);
    expect(counted('delivered')).toBe(published.length);
    expect(await backlog()).toEqual({ siem: 0 });
    await settle('siem');

    await change(true);
    await send();
    expect(siem.received.map(({ event }) => event)).toEqual([
      {
        version: 1,
        entityRef: GORGIAS,
        accountId: SAM,
        checkId: 'mfa-enabled',
        from: 'failing',
        to: 'passing',
        since: '2026-11-24T09:10:00.000Z',
        at: '2026-11-24T09:10:00.000Z',
      },
    ]);
    await send();
    expect(siem.received).toHaveLength(1);
  });

  it('send the same again when the receiver fails once', async () => {
    await settle('siem');
    await change(true);
    siem.answerNext({ status: 500 });
    await send();
    expect(siem.received.map(({ status }) => status)).toEqual([500, 204]);
    expect(siem.received[0].id).toBe(siem.received[1].id);
    expect(warnings()).toEqual([]);
  });

  it('wait as long as the receiver asks, also after a restart', async () => {
    await settle('siem');
    await change(true);
    siem.answerNext({ status: 503, headers: { 'retry-after': '3600' } });
    await send();
    await gorgias.stop();
    gorgias = await start(['siem']);
    advanceClock({ minutes: 59 });
    await send();
    expect(siem.received).toHaveLength(1);
    advanceClock({ minutes: 1 });
    await send();
    expect(siem.received.map(({ status }) => status)).toEqual([503, 204]);
  });

  it('catch up in order after the receiver was down, without loss and with the same ids', async () => {
    await settle('siem');
    siem.answer(DOWN);
    for (const has2fa of [true, false, true, false]) {
      await change(has2fa);
      await send();
    }
    expect(await backlog()).toEqual({ siem: 4 });
    expect(siem.taken()).toEqual([]);
    const ids = new Set(siem.received.map(({ id }) => id));
    expect(ids.size).toBe(1);

    siem.answer(UP);
    advanceClock({ minutes: 15 });
    await send();
    expect(siem.taken().map(({ event }) => event)).toEqual(published);
    expect(siem.taken().map(({ event }) => event.to)).toEqual([
      'passing',
      'failing',
      'passing',
      'failing',
    ]);
    expect(ids).toContain(siem.taken()[0].id);
    expect(new Set(siem.taken().map(({ id }) => id)).size).toBe(4);
    expect(await backlog()).toEqual({ siem: 0 });
  });

  it('are tried again later the longer they fail, a quarter of an hour at most', async () => {
    await settle('siem');
    siem.answer(DOWN);
    await change(true);
    const tries: number[] = [];
    for (let second = 0; second < 60 * 60; second += 5) {
      const before = siem.received.length;
      await send();
      if (siem.received.length > before) tries.push(second);
      advanceClock({ seconds: 5 });
    }
    expect(tries).toEqual([0, 10, 20, 40, 80, 160, 320, 640, 1280, 2180, 3080]);
    expect(counted('failed')).toBe(tries.length);
    siem.answer(UP);
    advanceClock({ minutes: 15 });
    await send();
    await change(false);
    siem.answerNext(DOWN);
    await send();
    advanceClock({ seconds: 10 });
    await send();
    // It begins anew once one was delivered.
    expect(siem.taken()).toHaveLength(2);
  });

  it('do not wait for each other', async () => {
    await gorgias.stop();
    gorgias = await start(['siem', 'chat']);
    await gorgias.as(ADMIN).disconnect(GORGIAS);
    await gorgias.connect();
    await settle('siem', 'chat');
    siem.answer(DOWN);
    await change(true);
    await send('siem');
    await send('chat');
    expect(await backlog()).toEqual({ siem: 1, chat: 0 });
    expect(chat.taken().map(({ event }) => event)).toEqual(published);
    siem.answer(UP);
    advanceClock({ seconds: 10 });
    await send('siem');
    // A receiver of both can tell that it is the same.
    expect(siem.taken().map(({ id }) => id)).toEqual(
      chat.taken().map(({ id }) => id),
    );
  });

  it('begin with what happens from now on', async () => {
    await gorgias.stop();
    gorgias = await start(['chat']);
    await send('chat');
    expect(chat.received).toEqual([]);
    expect(await backlog()).toEqual({ chat: 0 });
  });

  it('skip what could not be delivered for a week, and say how much that is', async () => {
    const old = published.length;
    siem.answer(DOWN);
    await send();
    advanceClock({ hours: 6 * 24 });
    await change(true);
    await send();
    expect(await backlog()).toEqual({ siem: old + 1 });
    advanceClock({ hours: 24 });
    siem.answer(UP);
    await send();
    expect(siem.taken().map(({ event }) => event.checkId)).toEqual([
      'mfa-enabled',
    ]);
    expect(counted('skipped')).toBe(old);
    expect(warnings()).toContain(
      `The webhook siem will never be sent ${old} messages, which could not be delivered for 7 days`,
    );
  });

  it('keep nothing for ever of a webhook that is no more', async () => {
    const kept = async () =>
      (await knex('webhook_messages').count({ n: '*' }))[0].n;
    expect(Number(await kept())).toBe(published.length);
    advanceClock({ hours: 7 * 24 + 1 });
    await gorgias.stop();
    gorgias = await start([]);
    expect(Number(await kept())).toBe(0);
    await change(true);
    expect(Number(await kept())).toBe(0);
  });

  it('do not tell of what is rolled back', async () => {
    await settle('siem');
    await gorgias.control('POST', '/accounts/acme/faults', {
      failNext: { count: 200, status: 500 },
    });
    await change(true);
    await send();
    expect(siem.received).toEqual([]);
  });

  it('have a secret and an address that no log tells', async () => {
    siem.answerNext(DOWN);
    await send();
    advanceClock({ minutes: 1 });
    await siem.stop();
    await send();
    expect(warnings()).toEqual([
      expect.stringContaining('it answered with status 404'),
      expect.stringMatching(/could not be reached|did not answer in time/),
    ]);
    const said = JSON.stringify(
      [logger.debug, logger.info, logger.warn, logger.error].flatMap(
        ({ mock }) => mock.calls,
      ),
    );
    expect(said).not.toContain(SECRET.replace('whsec_', ''));
    expect(said).not.toContain('in-the-address');
  });
});
