import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { GorgiasApi, SystemSummary } from 'backstage-plugin-gorgias-common';
import { SIGNING } from '../src/__testUtils__/evidenceFixtures';
import { FakeGorgias } from '../src/__testUtils__/FakeGorgias';
import {
  connection,
  gorgiasEntity,
  groups,
  systemSummary,
} from '../src/__testUtils__/fixtures';
import {
  accessMatrix,
  syncRuns,
  trends,
} from '../src/__testUtils__/trendsFixtures';
import { devAccounts, devUsers } from './accounts';
import { BROKEN } from './broken';
import { devEvidence, devPopulation } from './evidence';
import { exceptions, leavers, SUGGESTIONS } from './people';
import { devRecord } from './record';
import { STATES } from './states';
import { SyncingGorgias } from './SyncingGorgias';

/** How long somebody takes to log in to Gorgias. */
const LOG_IN_MS = 8_000;

function backendFor(summary: SystemSummary): FakeGorgias {
  const backend = summary.sync.current
    ? new SyncingGorgias(summary)
    : new FakeGorgias(summary);
  if (summary.freshness.factsAt) {
    backend.trends = trends();
    backend.matrix = accessMatrix();
    backend.runs = syncRuns();
    backend.accounts = devAccounts();
    backend.history = devRecord();
    backend.evidence = { ...devEvidence(), entityRef: summary.entityRef };
    backend.evidenceKeys = SIGNING;
    backend.population = devPopulation(backend.accounts);
    backend.populationFactsAt = summary.freshness.factsAt;
  }
  if (summary.sync.held) {
    backend.runs = [summary.sync.held, ...backend.runs];
  }
  if (summary.offboarded.active > 0) {
    backend.people = leavers();
    backend.exceptions = exceptions();
    backend.suggestions = SUGGESTIONS;
  }
  return backend;
}

function systemOf(name: string, summary: SystemSummary) {
  const title = `Gorgias (${name})`;
  const entity: Entity = {
    ...gorgiasEntity,
    metadata: { ...gorgiasEntity.metadata, name, title },
  };
  const entityRef = `resource:default/${name}`;
  return {
    name,
    entity,
    backend: backendFor({ ...summary, entityRef, title }),
  };
}

const systems = [
  ...Object.entries(STATES).map(([name, summary]) => systemOf(name, summary)),
  ...Object.entries(BROKEN).map(([name, getSystem]) => {
    const system = systemOf(name, systemSummary());
    system.backend.getSystem = getSystem;
    return system;
  }),
];

/** The entities of the development app. */
export const devEntities: Entity[] = [
  ...systems.map(({ entity }) => entity),
  ...groups,
  ...devUsers,
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

/** Does something in the backend of each system. */
async function inEach<T>(work: (backend: FakeGorgias) => Promise<T>) {
  const [first] = await Promise.all(
    systems.map(({ backend }) => work(backend)),
  );
  return first;
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
  listPopulation = of('listPopulation');
  exportEvidence = of('exportEvidence');
  getEvidence = of('getEvidence');
  listReviews = of('listReviews');
  getReview = of('getReview');
  listReviewItems = of('listReviewItems');
  previewReview = of('previewReview');
  startReview = of('startReview');
  decideReview = of('decideReview');
  delegateReview = of('delegateReview');
  extendReview = of('extendReview');
  signOffReview = of('signOffReview');
  cancelReview = of('cancelReview');

  // Staff is the same in all of them.
  getStaffMember: GorgiasApi['getStaffMember'] = ref =>
    inEach(backend => backend.getStaffMember(ref));

  putOffboarding: GorgiasApi['putOffboarding'] = (ref, request) =>
    inEach(backend => backend.putOffboarding(ref, request));

  deleteOffboarding: GorgiasApi['deleteOffboarding'] = ref =>
    inEach(backend => backend.deleteOffboarding(ref));

  listLedgerHeads = () => systems[0].backend.listLedgerHeads();
  async listMyReviews() {
    const all = await Promise.all(
      systems.map(({ backend }) => backend.listMyReviews()),
    );
    return { items: all.flatMap(({ items }) => items) };
  }

  async listEvidenceSystems() {
    const all = await Promise.all(
      systems.map(({ backend }) => backend.listEvidenceSystems()),
    );
    return { items: all.flatMap(({ items }) => items) };
  }

  listEvidenceKeys = () => systems[0].backend.listEvidenceKeys();

  getHealth = () => systems[0].backend.getHealth();

  connectByApiKey: GorgiasApi['connectByApiKey'] = request =>
    backendOf(request.entityRef).connectByApiKey(request);

  // Nobody logs in here: after a while the attempt has worked by itself.
  #connecting?: { backend: FakeGorgias; startedAt: number };

  startConnection: GorgiasApi['startConnection'] = async request => {
    const backend = backendOf(request.entityRef);
    this.#connecting = { backend, startedAt: Date.now() };
    return {
      ...(await backend.startConnection()),
      authorizeUrl: 'about:blank',
    };
  };

  getConnectionSession: GorgiasApi['getConnectionSession'] =
    async sessionId => {
      const attempt = this.#connecting;
      if (!attempt || Date.now() - attempt.startedAt < LOG_IN_MS) {
        return { sessionId, status: 'pending' };
      }
      attempt.backend.change({ connection: connection() });
      return { sessionId, status: 'succeeded' };
    };
}
