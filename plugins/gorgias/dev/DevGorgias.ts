import { Entity, parseEntityRef } from '@backstage/catalog-model';
import {
  CHECK_IDS,
  GorgiasApi,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../src/__testUtils__/FakeGorgias';
import {
  check,
  connection,
  gorgiasEntity,
  groups,
  minutesAgo,
  syncRun,
  systemSummary,
  unconnectedSummary,
} from '../src/__testUtils__/fixtures';

/** The states a system can be in, each as an entity of its own. */
const STATES: Record<string, SystemSummary> = {
  gorgias: systemSummary(),
  'not-connected': unconnectedSummary(),
  'read-only': unconnectedSummary({ canManage: false }),
  'first-sync': systemSummary({
    freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
    sync: {
      current: syncRun({ outcome: 'running', finishedAt: undefined }),
      last: null,
    },
  }),
  stale: systemSummary({
    status: 'stale',
    checks: CHECK_IDS.map(id => check(id, ['stale'])),
    freshness: {
      factsAt: minutesAgo(60 * 5),
      staleAfterSeconds: 7200,
      stale: true,
    },
    sync: {
      current: null,
      last: syncRun({ outcome: 'failed', error: 'Gorgias answered 503.' }),
    },
  }),
  'needs-reconnect': systemSummary({
    connection: connection({
      state: 'needs-reconnect',
      stateReason: 'Gorgias has withdrawn the access.',
    }),
  }),
  disconnected: systemSummary({
    connection: connection({ state: 'disconnected' }),
  }),
};

const systems = Object.entries(STATES).map(([name, summary]) => {
  const title = `Gorgias (${name})`;
  const entity: Entity = {
    ...gorgiasEntity,
    metadata: { ...gorgiasEntity.metadata, name, title },
  };
  const backend = new FakeGorgias({
    ...summary,
    entityRef: `resource:default/${name}`,
    title,
  });
  return { name, entity, backend };
});

/** The entities of the development app. */
export const devEntities: Entity[] = [
  ...systems.map(({ entity }) => entity),
  ...groups,
];

function backendOf(entityRef: string): FakeGorgias {
  const { name } = parseEntityRef(entityRef);
  const system = systems.find(candidate => candidate.name === name);
  if (!system) {
    throw new Error(`There is no system ${entityRef}`);
  }
  return system.backend;
}

/** A backend with a system in each state, so that each can be looked at. */
export class DevGorgias implements GorgiasApi {
  async listSystems() {
    const pages = await Promise.all(
      systems.map(({ backend }) => backend.listSystems()),
    );
    const items = pages.flatMap(page => page.items);
    return { items, totalItems: items.length };
  }

  getSystem = (ref: string) => backendOf(ref).getSystem();
  addCriticalSystem = (ref: string) => backendOf(ref).addCriticalSystem();
  removeCriticalSystem = (ref: string) => backendOf(ref).removeCriticalSystem();
  disconnect = (ref: string) => backendOf(ref).disconnect();
  syncNow = (ref: string) => backendOf(ref).syncNow();
  listSyncRuns = (ref: string) => backendOf(ref).listSyncRuns();
  getAccessRule = (ref: string) => backendOf(ref).getAccessRule();
  previewAccessRule = (ref: string) => backendOf(ref).previewAccessRule();

  listAccounts: GorgiasApi['listAccounts'] = (ref, request) =>
    backendOf(ref).listAccounts(ref, request);

  putAccessRule: GorgiasApi['putAccessRule'] = (ref, request) =>
    backendOf(ref).putAccessRule(ref, request);

  startConnection: GorgiasApi['startConnection'] = request =>
    backendOf(request.entityRef).startConnection();

  getConnectionSession: GorgiasApi['getConnectionSession'] =
    async sessionId => ({ sessionId, status: 'pending' });
}
