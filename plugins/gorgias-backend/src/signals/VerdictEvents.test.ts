import { readFileSync } from 'node:fs';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  DefaultEventsService,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import {
  GORGIAS_VERDICT_TOPIC,
  GorgiasVerdictEvent,
} from 'backstage-plugin-gorgias-common';
import { z } from 'zod';
import { advanceClock, setClock } from '../__testUtils__/clock';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';
import { EvaluationStore } from '../checks/EvaluationStore';
import { VerdictEvents } from './VerdictEvents';

const NOW = '2026-11-24T09:00:00.000Z';
const LATER = '2026-11-24T09:10:00.000Z';
const SAM = '411805933';

/** The schema in the documentation. */
const documented = z.fromJSONSchema(
  JSON.parse(
    /```json gorgias\.verdict\n([^`]+)```/.exec(
      readFileSync(require.resolve('../../../../docs/operating.md'), 'utf8'),
    )![1],
  ),
);

describe.each(databaseIds)('events of verdicts on %s', id => {
  const events = DefaultEventsService.create({
    logger: mockServices.logger.mock(),
  });
  let published: GorgiasVerdictEvent[];
  let onEvent: (event: GorgiasVerdictEvent) => void;
  let gorgias: RunningGorgias;

  beforeAll(() =>
    events.subscribe({
      id: 'test',
      topics: [GORGIAS_VERDICT_TOPIC],
      onEvent: async ({ eventPayload }) => {
        published.push(eventPayload as GorgiasVerdictEvent);
        onEvent(eventPayload as GorgiasVerdictEvent);
      },
    }),
  );
  beforeEach(async () => {
    setClock(NOW);
    published = [];
    onEvent = () => undefined;
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.connect();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await gorgias.stop();
  });

  /** Whatever was on its way has come. */
  const settled = async () => {
    await gorgias.as(ADMIN).getSystem(GORGIAS);
    return published;
  };
  /** What happens later, and the events of it. */
  const eventsOf = async (change: () => Promise<unknown>) => {
    await settled();
    published = [];
    advanceClock({ minutes: 10 });
    await change();
    return settled();
  };
  const changeSam = (body: object) =>
    gorgias.control('PATCH', `/accounts/acme/users/${SAM}`, body);
  const verdicts = async () =>
    (await gorgias.as(ADMIN).listAccounts(GORGIAS, { limit: 100 })).items
      .flatMap(({ id: accountId, verdicts: all }) =>
        all.map(({ checkId, status, since }) => ({
          key: `${checkId}/${accountId}`,
          accountId,
          checkId,
          status,
          since,
        })),
      )
      .sort((a, b) => a.key.localeCompare(b.key));

  it('tell of everything that is judged for the first time', async () => {
    const all = await verdicts();
    expect(all.length).toBeGreaterThan(50);
    const about = (await settled()).filter(({ accountId }) => accountId);
    expect(
      about
        .map(event => ({
          ...event,
          key: `${event.checkId}/${event.accountId}`,
        }))
        .sort((a, b) => a.key.localeCompare(b.key)),
    ).toEqual(
      all.map(({ status, ...verdict }) => ({
        ...verdict,
        version: 1,
        entityRef: GORGIAS,
        from: null,
        to: status,
        at: NOW,
      })),
    );
  });

  it('tell of exactly what a sync run changed', async () => {
    const changed = await eventsOf(async () => {
      await changeSam({ has_2fa_enabled: true });
      await gorgias.sync();
    });
    expect(changed).toEqual([
      {
        version: 1,
        entityRef: GORGIAS,
        accountId: SAM,
        checkId: 'mfa-enabled',
        from: 'failing',
        to: 'passing',
        since: LATER,
        at: LATER,
      },
    ]);
  });

  it('tell of the system itself, without an account', async () => {
    const changed = await eventsOf(() =>
      gorgias
        .as(ADMIN)
        .putAccessRule(GORGIAS, { spec: { type: 'all-staff' }, revision: 0 }),
    );
    expect(changed).toContainEqual({
      version: 1,
      entityRef: GORGIAS,
      checkId: 'access-control-configured',
      from: 'failing',
      to: 'passing',
      since: LATER,
      at: LATER,
    });
  });

  it('do not tell of another ground alone', async () => {
    const ground = async () =>
      (await gorgias.as(ADMIN).getAccount(GORGIAS, SAM)).verdicts.find(
        ({ checkId }) => checkId === 'user-identified',
      );
    const before = await ground();
    const changed = await eventsOf(async () => {
      const { identityEtag: etag } = await gorgias
        .as(ADMIN)
        .getAccount(GORGIAS, SAM);
      await gorgias.as(ADMIN).putIdentities(GORGIAS, {
        accounts: [{ id: SAM, etag }],
        assignment: {
          type: 'staff-member',
          staffRef: 'user:default/sam.rivers',
          reason: 'So he is',
        },
      });
    });
    expect((await ground())!.ground).not.toBe(before!.ground);
    expect(changed).toEqual([]);
  });

  it('do not come of a run that fails', async () => {
    const changed = await eventsOf(async () => {
      await changeSam({ has_2fa_enabled: true });
      await gorgias.control('POST', '/accounts/acme/faults', {
        failNext: { count: 200, status: 500 },
      });
      await gorgias.sync();
      await gorgias.control('DELETE', '/accounts/acme/faults');
    });
    const { sync } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(sync.last!.outcome).toBe('failed');
    expect(changed).toEqual([]);
  });

  it('do not come of what is rolled back, but when it is done again', async () => {
    const failed = await eventsOf(async () => {
      await changeSam({ has_2fa_enabled: true });
      jest
        .spyOn(EvaluationStore.prototype, 'end')
        .mockRejectedValueOnce(new Error('The disk is full'));
      await gorgias.sync();
    });
    const { sync } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(sync.last!.outcome).toBe('failed');
    expect(failed).toEqual([]);
    expect(await eventsOf(() => gorgias.sync())).toMatchObject([
      { accountId: SAM, from: 'failing', to: 'passing' },
    ]);
  });

  it('come when it can be read', async () => {
    const seen: Array<Promise<string>> = [];
    const read = async ({ accountId, checkId }: GorgiasVerdictEvent) =>
      (await gorgias.as(ADMIN).getAccount(GORGIAS, accountId!)).verdicts.find(
        verdict => verdict.checkId === checkId,
      )!.status;
    await eventsOf(async () => {
      onEvent = event => seen.push(read(event));
      await changeSam({ has_2fa_enabled: true });
      await gorgias.sync();
    });
    expect(await Promise.all(seen)).toEqual(['passing']);
  });

  it('are as documented, and say nothing of people', async () => {
    await eventsOf(() => gorgias.as(ADMIN).disconnect(GORGIAS));
    await gorgias.as(ADMIN).removeCriticalSystem(GORGIAS);
    const all = await settled();
    expect(all.length).toBeGreaterThan(0);
    for (const event of all) {
      expect(documented.parse(event)).toEqual(event);
    }
    expect(JSON.stringify(all)).not.toContain(OWNER);
    expect(() =>
      documented.parse({ ...all[0], ground: 'Sam Rivers has no 2FA' }),
    ).toThrow();
    expect(() => documented.parse({ ...all[0], version: 2 })).toThrow();
  });
});

describe('VerdictEvents', () => {
  const event = (checkId: GorgiasVerdictEvent['checkId']) =>
    ({ version: 1, checkId } as GorgiasVerdictEvent);

  it('go on after one that fails, in order, and say so once', async () => {
    const told: string[] = [];
    const logger = mockServices.logger.mock();
    const verdictEvents = new VerdictEvents({
      logger,
      events: {
        subscribe: async () => {},
        publish: async ({ eventPayload }) => {
          const { checkId } = eventPayload as GorgiasVerdictEvent;
          if (checkId !== 'user-identified') {
            throw new Error('No events today');
          }
          told.push(checkId);
        },
      },
    });
    const first = verdictEvents.changed([
      event('mfa-enabled'),
      event('access-valid'),
      event('user-identified'),
    ]);
    await verdictEvents.changed([event('user-identified')]);
    await first;
    expect(told).toEqual(['user-identified', 'user-identified']);
    expect(logger.warn.mock.calls.map(([line]) => line)).toEqual([
      'Could not tell other plugins of 2 of 3 changes of verdicts: Error: No events today',
    ]);
  });
});
