import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { GorgiasApi } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../src/__testUtils__/FakeGorgias';
import { gorgiasEntity, groups } from '../src/__testUtils__/fixtures';
import { STATES } from './states';

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
  if (summary.sync.held) {
    backend.runs = [summary.sync.held, ...backend.runs];
  }
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
  getHealth = () => systems[0].backend.getHealth();
  listSyncRuns = (ref: string) => backendOf(ref).listSyncRuns();
  getAccessRule = (ref: string) => backendOf(ref).getAccessRule();
  previewAccessRule = (ref: string) => backendOf(ref).previewAccessRule();

  listAccounts: GorgiasApi['listAccounts'] = (ref, request) =>
    backendOf(ref).listAccounts(ref, request);

  acceptHeldRun: GorgiasApi['acceptHeldRun'] = (ref, runId) =>
    backendOf(ref).acceptHeldRun(ref, runId);

  discardHeldRun: GorgiasApi['discardHeldRun'] = (ref, runId) =>
    backendOf(ref).discardHeldRun(ref, runId);

  connectByApiKey: GorgiasApi['connectByApiKey'] = request =>
    backendOf(request.entityRef).connectByApiKey(request);

  putAccessRule: GorgiasApi['putAccessRule'] = (ref, request) =>
    backendOf(ref).putAccessRule(ref, request);

  startConnection: GorgiasApi['startConnection'] = request =>
    backendOf(request.entityRef).startConnection();

  getConnectionSession: GorgiasApi['getConnectionSession'] =
    async sessionId => ({ sessionId, status: 'pending' });
}
