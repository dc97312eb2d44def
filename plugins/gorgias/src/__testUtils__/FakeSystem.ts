import {
  ConnectByApiKeyRequest,
  ConnectByApiKeyResponse,
  ConnectionSession,
  CreateConnectionResponse,
  HealthResponse,
  HeldDecision,
  Page,
  PageRequest,
  SyncNowResponse,
  SyncRun,
  SystemListItem,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { connection, syncRun, systemSummary } from './fixtures';
import { page } from './page';

const SESSION_ID = 'session-1';

/** Who makes every change. */
export const ADMIN = 'user:default/ivy.nakamura';

/** The system itself, its connection and its sync runs. */
export class FakeSystem {
  session: ConnectionSession = { sessionId: SESSION_ID, status: 'pending' };
  runs: SyncRun[] = [syncRun()];

  constructor(public summary: SystemSummary = systemSummary()) {}

  async listSystems(): Promise<Page<SystemListItem>> {
    const { summary } = this;
    const items: SystemListItem[] = summary.critical
      ? [
          {
            entityRef: summary.entityRef,
            title: summary.title,
            entityExists: true,
            subdomain: summary.subdomain,
            connectionState: summary.connection?.state ?? 'not-connected',
            freshness: summary.freshness,
            status: summary.status,
            checks: summary.checks,
            pendingTasks: summary.pendingTasks.length,
          },
        ]
      : [];
    return { items, totalItems: items.length };
  }

  async getSystem(): Promise<SystemSummary> {
    return this.summary;
  }

  async addCriticalSystem(): Promise<SystemSummary> {
    this.change({
      critical: {
        addedAt: new Date().toISOString(),
        addedBy: ADMIN,
      },
      pendingTasks: this.summary.pendingTasks.filter(
        task => task.id !== 'add-critical-system',
      ),
    });
    return this.summary;
  }

  async removeCriticalSystem(): Promise<void> {
    this.change({ critical: null });
  }

  async startConnection(): Promise<CreateConnectionResponse> {
    return {
      sessionId: SESSION_ID,
      authorizeUrl: 'https://acme.gorgias.com/oauth/authorize?state=s',
      expiresAt: new Date(Date.now() + 600_000).toISOString(),
    };
  }

  async getConnectionSession(): Promise<ConnectionSession> {
    return this.session;
  }

  async connectByApiKey(
    request: ConnectByApiKeyRequest,
  ): Promise<ConnectByApiKeyResponse> {
    const made = connection({
      subdomain: request.subdomain,
      method: 'api-key',
      scopes: [],
      gorgiasUser: { id: '1', name: null, email: request.email },
    });
    this.change({ connection: made });
    return { connection: made };
  }

  async disconnect(): Promise<void> {
    const { connection: current } = this.summary;
    this.change({
      connection: current && { ...current, state: 'disconnected' },
    });
  }

  async syncNow(): Promise<SyncNowResponse> {
    const run = syncRun({
      id: 'run-2',
      trigger: 'manual',
      outcome: 'running',
      finishedAt: undefined,
      changes: undefined,
    });
    this.change({ sync: { ...this.summary.sync, current: run } });
    return { run };
  }

  async acceptHeldRun(_ref: string, runId: string): Promise<SyncNowResponse> {
    this.#decide(runId, 'accepted');
    const run = syncRun({
      id: 'run-3',
      trigger: 'accepted',
      requestedBy: ADMIN,
      outcome: 'running',
      finishedAt: undefined,
      changes: undefined,
    });
    this.change({ sync: { ...this.summary.sync, current: run } });
    return { run };
  }

  async discardHeldRun(_ref: string, runId: string): Promise<SyncNowResponse> {
    return { run: this.#decide(runId, 'discarded') };
  }

  async getHealth(): Promise<HealthResponse> {
    const { entityRef, freshness, sync } = this.summary;
    const system = {
      entityRef,
      connectionState: this.summary.connection?.state ?? 'disconnected',
      factsAt: freshness.factsAt,
      stale: freshness.stale,
      stuck: sync.stuck,
      held: sync.held !== null,
      lastOutcome: sync.last?.outcome ?? null,
    };
    const isOk = !system.stale && !system.stuck && !system.held;
    return { status: isOk ? 'ok' : 'degraded', systems: [system] };
  }

  async listSyncRuns(
    _entityRef: string,
    request?: PageRequest,
  ): Promise<Page<SyncRun>> {
    return page(this.runs, request);
  }

  /** Ends a held run's waiting, and the task that came with it. */
  #decide(runId: string, decision: HeldDecision): SyncRun {
    const { sync, pendingTasks } = this.summary;
    if (sync.held?.id !== runId || !sync.held.held) {
      throw new Error('This run is not waiting for a decision.');
    }
    const decided: SyncRun = {
      ...sync.held,
      held: {
        ...sync.held.held,
        decision,
        decidedBy: ADMIN,
        decidedAt: new Date().toISOString(),
      },
    };
    this.runs = [decided, ...this.runs.filter(run => run.id !== runId)];
    this.change({
      sync: { ...sync, held: null },
      pendingTasks: pendingTasks.filter(task => task.id !== 'review-held-run'),
    });
    return decided;
  }

  /** Changes the system, as the backend would behind the back of the page. */
  change(part: Partial<SystemSummary>) {
    this.summary = { ...this.summary, ...part };
  }
}
