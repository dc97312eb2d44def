import { setTimeout as delay } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { databaseIds, databases } from '../__testUtils__/databases';
import {
  ADMIN,
  GORGIAS,
  OWNER,
  RunningGorgias,
  startGorgias,
} from '../__testUtils__/startGorgias';

/** Longer than a burst of changes is made one signal of. */
const QUIET_MILLISECONDS = 1_050;
const SAM = '411805933';
const FIVE = ['410377402', '411805933', '413920518', '425043871', '428610275'];
const TOMORROW = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString();
const OUTLET = 'resource:default/gorgias-outlet';

/**
 * There is no signals backend here: the plugin starts, and what it tells
 * goes to the events service, as signals do.
 */
describe.each(databaseIds)('signals on %s', id => {
  const events = mockServices.events.mock();
  let gorgias: RunningGorgias;
  /** How the system stood when a signal came, as a browser reads it then. */
  let seen: Array<Promise<SystemSummary>>;
  let onRequest: (path: string) => Promise<void>;

  const admin = () => gorgias.as(ADMIN);
  const summary = () => admin().getSystem(GORGIAS);

  beforeAll(async () => {
    gorgias = await startGorgias({
      knex: await databases.init(id),
      features: [events.factory],
      onRequest: ({ path }) => onRequest(path),
    });
  });
  beforeEach(() => {
    onRequest = async () => undefined;
    seen = [];
    events.publish.mockReset().mockImplementation(async ({ topic }) => {
      if (topic === 'signals') {
        seen.push(admin().getSystem(GORGIAS));
      }
    });
  });
  afterAll(() => gorgias.stop());

  const signals = () =>
    events.publish.mock.calls
      .map(([event]) => event)
      .filter(({ topic }) => topic === 'signals');
  const channels = () => [
    ...new Set(
      signals().map(
        ({ eventPayload }) => (eventPayload as { channel: string }).channel,
      ),
    ),
  ];
  /** What browsers see when they read whenever they are told to. */
  const lastSeen = async () => {
    await delay(QUIET_MILLISECONDS);
    return (await Promise.all(seen)).at(-1);
  };
  const account = async (search: string) =>
    (await admin().listAccounts(GORGIAS, { search })).items[0];

  it('are no secret, and only about the system', async () => {
    await admin().addCriticalSystem(GORGIAS);
    expect(await lastSeen()).toEqual(await summary());
    expect(events.publish).toHaveBeenCalledWith({
      topic: 'signals',
      eventPayload: {
        recipients: { type: 'broadcast' },
        channel: `gorgias:${GORGIAS}`,
        message: { type: 'changed' },
      },
    });
    expect(channels()).toEqual([`gorgias:${GORGIAS}`]);
  });

  // In this order, since each begins where the one before ended.
  const CHANGES: Array<[string, () => Promise<unknown>]> = [
    ['a connection and its first run', () => gorgias.connect()],
    [
      'an access rule',
      () =>
        admin().putAccessRule(GORGIAS, {
          spec: { type: 'all-staff' },
          revision: 0,
        }),
    ],
    ['a run that is asked for', () => admin().syncNow(GORGIAS)],
    ['a run that is done', () => gorgias.runRequested()],
    [
      'a run that fails',
      async () => {
        await gorgias.control('POST', '/accounts/acme/faults', {
          failNext: { count: 200, status: 500 },
        });
        await gorgias.sync();
        await gorgias.control('DELETE', '/accounts/acme/faults');
      },
    ],
    [
      'a run that is held',
      async () => {
        for (const user of FIVE) {
          await gorgias.control('DELETE', `/accounts/acme/users/${user}`);
        }
        await gorgias.sync();
      },
    ],
    [
      'a decision about a held run',
      async () =>
        admin().discardHeldRun(GORGIAS, (await summary()).sync.held!.id),
    ],
    [
      'an exception',
      () =>
        gorgias.as(OWNER).requestException(GORGIAS, {
          accountId: SAM,
          checkId: 'mfa-enabled',
          reason: 'The token is on order.',
          until: TOMORROW,
        }),
    ],
    [
      'what an account is said to be',
      async () => {
        const { id: accountId, identityEtag } = await account('Acme Bot');
        await admin().putIdentities(GORGIAS, {
          accounts: [{ id: accountId, etag: identityEtag }],
          assignment: {
            type: 'service-account',
            owner: 'group:default/support',
            purpose: 'Answers returns',
            reviewAt: TOMORROW,
          },
        });
      },
    ],
    [
      'somebody who has left',
      async () => {
        const { etag } = await admin().getStaffMember(OWNER);
        await admin().putOffboarding(OWNER, {
          offboardedAt: '2026-01-01T00:00:00.000Z',
          proof: 'HR-1',
          etag,
        });
      },
    ],
    ['the end of a connection', () => admin().disconnect(GORGIAS)],
    [
      'a system taken off the list',
      () => admin().removeCriticalSystem(GORGIAS),
    ],
  ];

  it.each(CHANGES)('come after %s, when it can be read', async (_, change) => {
    const before = await summary();
    await change();
    const now = await summary();
    expect(now).not.toEqual(before);
    expect(await lastSeen()).toEqual(now);
    expect(channels()).toEqual([`gorgias:${GORGIAS}`]);
    // A burst is no flood.
    expect(signals().length).toBeLessThan(5);
  });

  it('tell how far a run has come', async () => {
    await gorgias.control('PATCH', '/accounts/acme/behaviour', {
      maxPageSize: 5,
    });
    let pages = 0;
    let underWay: SystemSummary | undefined;
    onRequest = async path => {
      pages += path === '/api/users' ? 1 : 0;
      if (pages === 4 && !underWay) {
        underWay = await lastSeen();
      }
    };
    await gorgias.connect();
    expect(underWay!.sync.current).toMatchObject({ pages: 3, accounts: 15 });
    expect((await lastSeen())!.sync.current).toBeNull();
  });

  it('do not come when nothing is changed', async () => {
    await admin().listAccounts(GORGIAS);
    await admin().previewAccessRule(GORGIAS, { type: 'all-staff' });
    await expect(
      admin().putAccessRule(GORGIAS, {
        spec: { type: 'all-staff' },
        revision: 7,
      }),
    ).rejects.toThrow();
    await delay(QUIET_MILLISECONDS);
    expect(events.publish).not.toHaveBeenCalled();
  });

  it('do not stop what they tell of when they fail', async () => {
    events.publish.mockRejectedValue(new Error('No events today'));
    const run = (await summary()).sync.last!;
    await gorgias.sync();
    expect((await summary()).sync.last!.id).not.toBe(run.id);
    expect(events.publish).toHaveBeenCalled();
    await delay(QUIET_MILLISECONDS);
  });

  it('tell of each system apart', async () => {
    await admin().addCriticalSystem(OUTLET);
    await delay(QUIET_MILLISECONDS);
    expect(channels()).toEqual([`gorgias:${OUTLET}`]);
  });
});
