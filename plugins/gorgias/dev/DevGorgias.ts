import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { GorgiasApi } from 'backstage-plugin-gorgias-common';
import { FakeGorgias } from '../src/__testUtils__/FakeGorgias';
import { gorgiasEntity, groups } from '../src/__testUtils__/fixtures';
import { historyEntry } from '../src/__testUtils__/peopleFixtures';
import { exceptions, leavers, SUGGESTIONS } from './people';
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
  if (summary.offboarded.active > 0) {
    backend.people = leavers();
    backend.exceptions = exceptions();
    backend.history = [historyEntry()];
    backend.suggestions = SUGGESTIONS;
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

/** A method of the backend that an entity ref leads to. */
function of<M extends keyof GorgiasApi>(method: M): GorgiasApi[M] {
  const call = (ref: string, ...rest: unknown[]) => {
    const backend: GorgiasApi = backendOf(ref);
    return (backend[method] as (...args: unknown[]) => unknown).call(
      backend,
      ref,
      ...rest,
    );
  };
  return call as unknown as GorgiasApi[M];
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

  // What is about one system goes to the backend of that system.
  getSystem = of('getSystem');
  addCriticalSystem = of('addCriticalSystem');
  removeCriticalSystem = of('removeCriticalSystem');
  disconnect = of('disconnect');
  syncNow = of('syncNow');
  listSyncRuns = of('listSyncRuns');
  acceptHeldRun = of('acceptHeldRun');
  discardHeldRun = of('discardHeldRun');
  listAccounts = of('listAccounts');
  exportAccounts = of('exportAccounts');
  getTrends = of('getTrends');
  getAccessMatrix = of('getAccessMatrix');
  getAccount = of('getAccount');
  putIdentities = of('putIdentities');
  undoIdentityChange = of('undoIdentityChange');
  listOffboarded = of('listOffboarded');
  putRevocation = of('putRevocation');
  deleteRevocation = of('deleteRevocation');
  getAccessRule = of('getAccessRule');
  listAccessRuleVersions = of('listAccessRuleVersions');
  putAccessRule = of('putAccessRule');
  previewAccessRule = of('previewAccessRule');
  listExceptions = of('listExceptions');
  requestException = of('requestException');
  approveException = of('approveException');
  refuseException = of('refuseException');
  withdrawException = of('withdrawException');
  extendException = of('extendException');
  listHistory = of('listHistory');

  // Staff is the same in all of them.
  getStaffMember: GorgiasApi['getStaffMember'] = ref =>
    systems[0].backend.getStaffMember(ref);

  putOffboarding: GorgiasApi['putOffboarding'] = (ref, request) =>
    systems[0].backend.putOffboarding(ref, request);

  deleteOffboarding: GorgiasApi['deleteOffboarding'] = ref =>
    systems[0].backend.deleteOffboarding(ref);

  getHealth = () => systems[0].backend.getHealth();

  connectByApiKey: GorgiasApi['connectByApiKey'] = request =>
    backendOf(request.entityRef).connectByApiKey(request);

  startConnection: GorgiasApi['startConnection'] = request =>
    backendOf(request.entityRef).startConnection();

  getConnectionSession: GorgiasApi['getConnectionSession'] =
    async sessionId => ({ sessionId, status: 'pending' });
}
