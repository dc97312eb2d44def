import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import jsonRulesModule from '@backstage-community/plugin-tech-insights-backend-module-jsonfc';
import techInsightsPlugin from '@backstage-community/plugin-tech-insights-backend';
import { CHECK_TITLES } from 'backstage-plugin-gorgias-common';
import { parse } from 'yaml';
// The backend and the emulator as the backend's own tests start them.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import {
  ADMIN,
  ENGINEER,
  GORGIAS,
  RunningGorgias,
  startGorgias,
} from '../../gorgias-backend/src/__testUtils__/startGorgias';
import gorgiasModule from '.';

const RETRIEVER = 'gorgiasAccessFactRetriever';

const FAILING_SCORECARD = Object.fromEntries(
  Object.values(CHECK_TITLES).map(title => [title, false]),
);

/** The configuration that the README tells people to use. */
function configOfReadme() {
  const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
  return parse(/```yaml\n(techInsights:[^]*?)```/.exec(readme)![1]);
}

describe('the module for Tech Insights', () => {
  let gorgias: RunningGorgias;

  beforeEach(async () => {
    gorgias = await startGorgias({
      hostConfig: configOfReadme(),
      features: [techInsightsPlugin, jsonRulesModule, gorgiasModule],
    });
  });
  afterEach(() => gorgias.stop());

  async function ask(path: string, body?: object) {
    const response = await fetch(
      gorgias.baseUrl.replace('/api/gorgias', `/api/tech-insights${path}`),
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(ENGINEER),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    expect(response.status).toBe(200);
    return response.json();
  }

  const retrieve = () => gorgias.scheduler.triggerTask(RETRIEVER);
  const latest = async (entity = GORGIAS) =>
    (await ask(`/facts/latest?entity=${entity}&ids=${RETRIEVER}`))[RETRIEVER];
  const scorecard = async (): Promise<Record<string, boolean>> =>
    Object.fromEntries(
      (await ask('/checks/run/default/resource/gorgias', {})).map(
        (outcome: any) => [outcome.check.name, outcome.result],
      ),
    );
  async function connectAll() {
    await gorgias.connect();
    await gorgias.as(ADMIN).addCriticalSystem(GORGIAS);
    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'all-staff' },
      revision: 0,
    });
  }

  it('tells how a critical system stands, as the plugin itself does', async () => {
    await connectAll();
    await retrieve();

    const system = await gorgias.as(ADMIN).getSystem(GORGIAS);
    const { items } = await gorgias
      .as(ADMIN)
      .listAccounts(GORGIAS, { limit: 100 });
    const failing = items.filter(({ verdicts }) =>
      verdicts.some(({ status }) => status === 'failing'),
    );
    expect(failing.length).toBeGreaterThan(1);
    const { facts } = await latest();
    expect(facts).toEqual({
      accessStatus: system.status,
      accessAllPassing: false,
      failingAccounts: failing.length,
      factsReadAt: system.freshness.factsAt,
      factsStale: false,
      connectionState: 'connected',
      pendingTasks: system.pendingTasks.length,
      userIdentifiedStatus: system.checks[0].status,
      offboardedAccessRemovedStatus: system.checks[1].status,
      accessControlConfiguredStatus: 'passing',
      mfaEnabledStatus: system.checks[3].status,
      accessValidStatus: system.checks[4].status,
      userIdentifiedFailing: system.checks[0].counts.failing,
      offboardedAccessRemovedFailing: system.checks[1].counts.failing,
      mfaEnabledFailing: system.checks[3].counts.failing,
      accessValidFailing: system.checks[4].counts.failing,
    });
    // Every fact is described, so that checks can be made of it.
    const [schema] = await ask(`/fact-schemas?ids[]=${RETRIEVER}`);
    expect(Object.keys(schema)).toEqual(
      expect.arrayContaining(Object.keys(facts)),
    );
    expect(schema.version).toBe('1.0.0');
  });

  it('knows nothing of entities that are not critical systems', async () => {
    await connectAll();
    await retrieve();
    expect(await latest('resource:default/gorgias-outlet')).toBeUndefined();
    expect(await latest('component:default/storefront-web')).toBeUndefined();
  });

  it('has the scorecard of the README follow what is mended and broken', async () => {
    await connectAll();
    await retrieve();
    const before = await scorecard();
    expect(Object.keys(before).sort()).toEqual(
      Object.values(CHECK_TITLES).sort(),
    );
    expect(before).toMatchObject({
      [CHECK_TITLES['access-control-configured']]: true,
      [CHECK_TITLES['mfa-enabled']]: false,
    });

    await gorgias.as(ADMIN).putAccessRule(GORGIAS, {
      spec: { type: 'org-roles', orgRoles: ['group:default/vanished'] },
      revision: 1,
    });
    await retrieve();
    expect(await scorecard()).toMatchObject({
      [CHECK_TITLES['access-control-configured']]: false,
    });
  });

  it('does not take unknown for passing', async () => {
    await connectAll();
    const { items } = await gorgias.as(ADMIN).listAccounts(GORGIAS, {
      check: 'mfa-enabled',
      status: 'failing',
    });
    for (const account of items) {
      await gorgias.control('DELETE', `/accounts/acme/users/${account.id}`);
    }
    await gorgias.sync();
    await retrieve();
    expect((await latest()).facts).toMatchObject({
      mfaEnabledStatus: 'unknown',
      mfaEnabledFailing: 0,
    });
    expect(await scorecard()).toMatchObject({
      [CHECK_TITLES['mfa-enabled']]: false,
    });
  });

  it('lets nothing pass that is stale', async () => {
    await connectAll();
    const { checks } = await gorgias.as(ADMIN).getSystem(GORGIAS);
    expect(checks.map(({ status }) => status)).toContain('passing');
    await gorgias.clock.sleep(3 * 60 * 60 * 1000);
    await retrieve();
    const { facts } = await latest();
    expect(facts).toMatchObject({
      accessStatus: 'stale',
      accessAllPassing: false,
      factsStale: true,
    });
    // Nobody knows how many fail, so nobody can take it for none.
    expect(facts).not.toHaveProperty('failingAccounts');
    expect(facts).not.toHaveProperty('mfaEnabledFailing');
    expect(await scorecard()).toEqual({
      ...FAILING_SCORECARD,
      [CHECK_TITLES['access-control-configured']]: true,
    });
  });

  it('keeps the facts of before while the plugin does not answer', async () => {
    await connectAll();
    await retrieve();
    const before = await latest();

    const { entities } = gorgias.catalog;
    Object.defineProperty(gorgias.catalog, 'entities', {
      configurable: true,
      get() {
        throw new Error('out of order');
      },
    });
    await expect(gorgias.as(ADMIN).listSystems()).rejects.toMatchObject({
      statusCode: 500,
    });
    await retrieve();
    expect(await latest()).toEqual(before);

    Object.defineProperty(gorgias.catalog, 'entities', { value: entities });
    await retrieve();
    expect((await latest()).timestamp).not.toBe(before.timestamp);
  });
});
