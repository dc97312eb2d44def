import {
  AccessRulePreview,
  AccessRuleResponse,
  AccountFilter,
  AccountRow,
  ConnectByApiKeyRequest,
  ConnectByApiKeyResponse,
  ConnectionSession,
  CreateConnectionResponse,
  GorgiasApi,
  HealthResponse,
  HeldDecision,
  Page,
  PageRequest,
  PutAccessRuleRequest,
  SyncNowResponse,
  SyncRun,
  SystemListItem,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import {
  accountRow,
  connection,
  syncRun,
  systemSummary,
  unidentifiedAccount,
} from './fixtures';

const SESSION_ID = 'session-1';
const ADMIN = 'user:default/ivy.nakamura';

/** A backend of one system that lives in memory. */
export class FakeGorgias implements GorgiasApi {
  session: ConnectionSession = { sessionId: SESSION_ID, status: 'pending' };
  accounts: AccountRow[] = [accountRow(), unidentifiedAccount()];
  runs: SyncRun[] = [syncRun()];
  preview: AccessRulePreview = {
    coveredStaff: 12,
    passing: 20,
    failing: 3,
    unknown: 0,
    changes: [
      {
        accountId: '7',
        name: 'Sam Rivers',
        email: 'sam.rivers@acme.example',
        from: 'passing',
        to: 'failing',
      },
    ],
    missingOrgRoles: [],
  };

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

  async listSyncRuns(): Promise<Page<SyncRun>> {
    return { items: this.runs, totalItems: this.runs.length };
  }

  async listAccounts(
    _entityRef: string,
    request: AccountFilter & PageRequest = {},
  ): Promise<Page<AccountRow>> {
    const { search = '', check, status, state, cursor, limit = 50 } = request;
    const found = this.accounts.filter(
      account =>
        `${account.name} ${account.email} ${account.id}`.includes(search) &&
        (!state || account.state === state) &&
        account.verdicts.some(
          verdict =>
            (!check || verdict.checkId === check) &&
            (!status || verdict.status === status),
        ),
    );
    const start = Number(cursor ?? 0);
    const end = start + limit;
    return {
      items: found.slice(start, end),
      totalItems: found.length,
      ...(end < found.length && { nextCursor: String(end) }),
    };
  }

  async getAccessRule(): Promise<AccessRuleResponse> {
    return { accessRule: this.summary.accessRule };
  }

  async putAccessRule(
    _entityRef: string,
    { spec, revision }: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse> {
    const accessRule = {
      spec,
      revision: revision + 1,
      updatedAt: new Date().toISOString(),
      updatedBy: ADMIN,
      missingOrgRoles: [],
    };
    this.change({ accessRule });
    return { accessRule };
  }

  async previewAccessRule(): Promise<AccessRulePreview> {
    return this.preview;
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
