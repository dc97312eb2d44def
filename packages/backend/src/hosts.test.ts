import { CHECK_TITLES } from 'backstage-plugin-gorgias-common';
// A receiver as the backend's own tests have it.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  Receiver,
  startReceiver,
} from '../../../plugins/gorgias-backend/src/__testUtils__/webhookReceiver';
import { DevelopmentHost } from './__testUtils__/developmentHost';
import { listenToEvents, listenToSignals } from './__testUtils__/listeners';
import { runTemplate } from './__testUtils__/scaffolder';

const GORGIAS = 'resource:default/gorgias';
const OUTLET = 'resource:default/gorgias-outlet';
const IVY = 'user:default/ivy.nakamura';
const TEMPLATE = 'template:default/critical-system';
const RETRIEVER = 'gorgiasAccessFactRetriever';
const SERVICE_TOKEN = 'a-token-that-is-nobodys';
const WEBHOOK_SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

jest.setTimeout(180_000);

describe('the other plugins of the host', () => {
  let host: DevelopmentHost;
  let receiver: Receiver;
  let admin: string;
  let engineer: string;
  let auditor: string;
  let events: Awaited<ReturnType<typeof listenToEvents>>;
  let signals: Awaited<ReturnType<typeof listenToSignals>>;
  let added: Awaited<ReturnType<typeof runTemplate>>;

  const json = async (token: string, path: string, body?: object) =>
    (await host.ask(token, path, { body })).json();

  beforeAll(async () => {
    receiver = await startReceiver(WEBHOOK_SECRET);
    host = await DevelopmentHost.start({
      'backend.auth.externalAccess': [
        { type: 'static', options: { token: SERVICE_TOKEN, subject: 'ci' } },
      ],
      // Or a plugin that asks before this one has started tells nobody.
      'events.useEventBus': 'always',
      // Or the catalog takes two minutes to look at an entity again.
      'catalog.processingInterval': { seconds: 5 },
      'gorgias.webhooks': [
        { id: 'siem', url: receiver.url, secret: WEBHOOK_SECRET },
      ],
    });
    admin = await host.signIn('guest');
    engineer = await host.signIn('example-engineer');
    auditor = await host.signIn('example-auditor');
    events = await listenToEvents(host, SERVICE_TOKEN, 'gorgias.verdict');
    signals = await listenToSignals(host, engineer, `gorgias:${GORGIAS}`);

    added = await runTemplate(host, admin, TEMPLATE, {
      entityRef: GORGIAS,
      who: 'org-roles',
      orgRoles: ['group:default/support'],
      reason: 'It was bought',
    });
    const gorgias = host.gorgias(admin);
    await gorgias.connectByApiKey({
      entityRef: GORGIAS,
      subdomain: 'acme',
      email: 'ivy.nakamura@acme.example',
      apiKey: 'acme-api-key',
    });
    await host.until(
      async () => (await gorgias.getSystem(GORGIAS)).freshness.factsAt !== null,
    );
  }, 240_000);
  afterAll(async () => {
    signals?.close();
    await host?.stop();
    await receiver?.stop();
  });

  describe('the scaffolder', () => {
    it('adds a critical system and sets its rule, in the name of whoever asked', async () => {
      expect(added).toMatchObject({
        status: 'completed',
        log: expect.stringContaining(`${GORGIAS} is now a critical system`),
        output: {
          links: [
            {
              url: 'http://localhost:3000/critical-systems/resource/default/gorgias',
            },
            { entityRef: GORGIAS },
          ],
        },
      });
      expect(await host.gorgias(admin).getSystem(GORGIAS)).toMatchObject({
        critical: { addedBy: IVY },
        accessRule: {
          spec: { type: 'org-roles', orgRoles: ['group:default/support'] },
          updatedBy: IVY,
          reason: 'It was bought',
        },
      });
    });

    it('does for nobody what they may not, and shows them no task of others', async () => {
      const refused = await runTemplate(host, engineer, TEMPLATE, {
        entityRef: OUTLET,
        who: 'all-staff',
      });
      expect(refused).toMatchObject({
        status: 'failed',
        log: expect.stringContaining('gorgias.system.admin'),
      });
      const { critical } = await host.gorgias(admin).getSystem(OUTLET);
      expect(critical).toBeNull();
      const task = `scaffolder/v2/tasks/${added.id}`;
      expect((await host.ask(engineer, task)).status).toBe(403);
      const listed = await json(engineer, 'scaffolder/v2/tasks');
      expect(listed.tasks.map(({ id }: any) => id)).toEqual([refused.id]);
    });
  });

  it('tell by events, signals and webhooks of every verdict', async () => {
    const aboutRule = {
      entityRef: GORGIAS,
      checkId: 'access-control-configured',
      to: 'passing',
    };
    await host.until(async () => {
      const told = await events();
      return told.some(({ to }) => to === 'passing');
    });
    expect(await events()).toContainEqual(expect.objectContaining(aboutRule));
    await host.until(async () => receiver.taken().length >= 50);
    expect(receiver.taken().map(({ event }) => event)).toContainEqual(
      expect.objectContaining(aboutRule),
    );
    expect(signals.heard()).toContainEqual({ type: 'changed' });
  });

  it('notify people of what is theirs to do, and of what is their group’s', async () => {
    await host.trigger(admin, 'gorgias', 'notifications');
    const told = () => json(engineer, 'notifications/notifications');
    await host.until(async () => (await told()).totalCount >= 2);
    const { notifications } = await told();
    expect(notifications).toHaveLength(2);
    const place = '/critical-systems/resource/default/gorgias';
    for (const payload of [
      {
        title: 'Gorgias: Your own account should have MFA enabled',
        link: place,
      },
      // Gorgias is owned by support, where he works.
      {
        title: expect.stringMatching(/^Gorgias: \d+ things wait for you$/),
        link: `${place}/accounts?check=mfa-enabled&status=failing`,
      },
    ]) {
      expect(notifications).toContainEqual(
        expect.objectContaining({
          origin: 'plugin:gorgias',
          payload: expect.objectContaining({
            topic: 'gorgias-to-do',
            ...payload,
          }),
        }),
      );
    }
  });

  it('find systems and accounts, each by who may see it', async () => {
    const find = async (token: string, type: string, term: string) => {
      const query = new URLSearchParams({ term, 'types[0]': type });
      const { results } = await json(token, `search/query?${query}`);
      return results.map(({ document }: any) => document);
    };
    await host.trigger(admin, 'search', 'search_index_gorgias_system');
    await host.trigger(admin, 'search', 'search_index_gorgias_account');
    await host.until(
      async () =>
        (await find(admin, 'gorgias-system', 'gorgias')).length > 0 &&
        (await find(admin, 'gorgias-account', 'maya')).length > 0,
    );
    const [system] = await find(admin, 'gorgias-system', 'gorgias');
    expect(system).toMatchObject({
      title: 'Gorgias',
      location: '/critical-systems/resource/default/gorgias',
    });
    const [account] = await find(admin, 'gorgias-account', 'maya');
    expect(account).toMatchObject({
      title: 'Maya Ortiz',
      email: 'maya.ortiz@acme.example',
      entityRef: GORGIAS,
    });
    expect(await find(engineer, 'gorgias-system', 'gorgias')).toEqual([system]);
    expect(await find(engineer, 'gorgias-account', 'maya')).toEqual([]);
    expect(await find(auditor, 'gorgias-system', 'gorgias')).toEqual([]);
    expect(await find(auditor, 'gorgias-account', 'maya')).toEqual([]);
  });

  it('have facts of it, and a scorecard', async () => {
    const latest = `tech-insights/facts/latest?entity=${GORGIAS}&ids=${RETRIEVER}`;
    await host.trigger(admin, 'tech-insights', RETRIEVER);
    // A run of the schedule may have been before Gorgias was read.
    await host.until(async () =>
      Boolean((await json(engineer, latest))[RETRIEVER].facts.factsReadAt),
    );
    const system = await host.gorgias(admin).getSystem(GORGIAS);
    const { [RETRIEVER]: found } = await json(engineer, latest);
    expect(found.facts).toMatchObject({
      accessStatus: system.status,
      accessControlConfiguredStatus: 'passing',
      mfaEnabledFailing: system.checks[3].counts.failing,
      factsReadAt: system.freshness.factsAt,
    });
    const scorecard: any[] = await json(
      engineer,
      'tech-insights/checks/run/default/resource/gorgias',
      {},
    );
    expect(
      Object.fromEntries(
        scorecard.map(({ check, result }) => [check.name, result]),
      ),
    ).toEqual({
      [CHECK_TITLES['user-identified']]: false,
      [CHECK_TITLES['offboarded-access-removed']]: false,
      [CHECK_TITLES['access-control-configured']]: true,
      [CHECK_TITLES['mfa-enabled']]: false,
      [CHECK_TITLES['access-valid']]: false,
    });
    expect((await host.ask(auditor, latest)).status).toBe(403);
  });

  // What the catalog knows is a minute old, so this comes last.
  it('say in the catalog how it stands', async () => {
    const itemsOf = async (name: string) => {
      const path = `catalog/entities/by-name/resource/default/${name}`;
      const { status } = await json(engineer, path);
      return (status?.items ?? []).filter(
        ({ type }: any) => type === 'gorgias.com/access',
      );
    };
    await host.until(async () =>
      (await itemsOf('gorgias')).some(({ level }: any) => level === 'error'),
    );
    const { freshness } = await host.gorgias(admin).getSystem(GORGIAS);
    expect(await itemsOf('gorgias')).toEqual([
      {
        type: 'gorgias.com/access',
        level: 'error',
        message: `Access fails at least one check. Read from Gorgias at ${freshness.factsAt}.`,
      },
    ]);
    expect(await itemsOf('gorgias-outlet')).toEqual([]);
  });
});
