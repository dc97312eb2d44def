import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  AccessRulePreview,
  AccessRuleResponse,
  AccessRuleSpec,
  PutAccessRuleRequest,
} from './accessRule';
import { AccountFilter, AccountRow, Page } from './account';
import {
  ConnectByApiKeyRequest,
  ConnectByApiKeyResponse,
  ConnectionSession,
  CreateConnectionRequest,
  CreateConnectionResponse,
} from './connection';
import { HealthResponse, SyncNowResponse, SyncRun } from './sync';
import { SystemListItem, SystemSummary } from './system';

/** Which part of a list to get; `limit` is 1 to 100, default 50. @public */
export interface PageRequest {
  limit?: number;
  cursor?: string;
}

/**
 * The HTTP API of the backend plugin, typed. Every method throws a
 * `ResponseError` (of `@backstage/errors`) when the backend answers with an
 * error.
 *
 * @public
 */
export interface GorgiasApi {
  listSystems(page?: PageRequest): Promise<Page<SystemListItem>>;
  getSystem(entityRef: string): Promise<SystemSummary>;
  addCriticalSystem(entityRef: string): Promise<SystemSummary>;
  removeCriticalSystem(entityRef: string): Promise<void>;
  startConnection(
    request: CreateConnectionRequest,
  ): Promise<CreateConnectionResponse>;
  getConnectionSession(sessionId: string): Promise<ConnectionSession>;
  connectByApiKey(
    request: ConnectByApiKeyRequest,
  ): Promise<ConnectByApiKeyResponse>;
  disconnect(entityRef: string): Promise<void>;
  syncNow(entityRef: string): Promise<SyncNowResponse>;
  listSyncRuns(entityRef: string, page?: PageRequest): Promise<Page<SyncRun>>;
  /** Believes a held run; answers with the new run that this starts. */
  acceptHeldRun(entityRef: string, runId: string): Promise<SyncNowResponse>;
  /** Does not believe a held run; answers with that run. */
  discardHeldRun(entityRef: string, runId: string): Promise<SyncNowResponse>;
  getHealth(): Promise<HealthResponse>;
  listAccounts(
    entityRef: string,
    request?: AccountFilter & PageRequest,
  ): Promise<Page<AccountRow>>;
  getAccessRule(entityRef: string): Promise<AccessRuleResponse>;
  putAccessRule(
    entityRef: string,
    request: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse>;
  previewAccessRule(
    entityRef: string,
    spec: AccessRuleSpec,
  ): Promise<AccessRulePreview>;
}

/** Talks to the backend plugin; the default implementation of {@link GorgiasApi}. @public */
export class GorgiasClient implements GorgiasApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async listSystems(page?: PageRequest): Promise<Page<SystemListItem>> {
    return this.#call('GET', `/systems${query(page)}`);
  }

  async getSystem(entityRef: string): Promise<SystemSummary> {
    return this.#call('GET', systemPath(entityRef));
  }

  async addCriticalSystem(entityRef: string): Promise<SystemSummary> {
    return this.#call('POST', '/systems', { entityRef });
  }

  async removeCriticalSystem(entityRef: string): Promise<void> {
    return this.#call('DELETE', systemPath(entityRef));
  }

  async startConnection(
    request: CreateConnectionRequest,
  ): Promise<CreateConnectionResponse> {
    return this.#call('POST', '/connections', request);
  }

  async getConnectionSession(sessionId: string): Promise<ConnectionSession> {
    return this.#call(
      'GET',
      `/connections/sessions/${encodeURIComponent(sessionId)}`,
    );
  }

  async connectByApiKey(
    request: ConnectByApiKeyRequest,
  ): Promise<ConnectByApiKeyResponse> {
    return this.#call('POST', '/connections/api-key', request);
  }

  async disconnect(entityRef: string): Promise<void> {
    return this.#call('DELETE', `${systemPath(entityRef)}/connection`);
  }

  async syncNow(entityRef: string): Promise<SyncNowResponse> {
    return this.#call('POST', `${systemPath(entityRef)}/sync`);
  }

  async listSyncRuns(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<SyncRun>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/sync-runs${query(page)}`,
    );
  }

  async acceptHeldRun(
    entityRef: string,
    runId: string,
  ): Promise<SyncNowResponse> {
    return this.#call('POST', `${runPath(entityRef, runId)}/accept`);
  }

  async discardHeldRun(
    entityRef: string,
    runId: string,
  ): Promise<SyncNowResponse> {
    return this.#call('POST', `${runPath(entityRef, runId)}/discard`);
  }

  async getHealth(): Promise<HealthResponse> {
    return this.#call('GET', '/health');
  }

  async listAccounts(
    entityRef: string,
    request?: AccountFilter & PageRequest,
  ): Promise<Page<AccountRow>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/accounts${query(request)}`,
    );
  }

  async getAccessRule(entityRef: string): Promise<AccessRuleResponse> {
    return this.#call('GET', `${systemPath(entityRef)}/access-rule`);
  }

  async putAccessRule(
    entityRef: string,
    request: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse> {
    return this.#call('PUT', `${systemPath(entityRef)}/access-rule`, request);
  }

  async previewAccessRule(
    entityRef: string,
    spec: AccessRuleSpec,
  ): Promise<AccessRulePreview> {
    return this.#call('POST', `${systemPath(entityRef)}/access-rule/preview`, {
      spec,
    });
  }

  async #call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('gorgias');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      // The session cookie of the OAuth flow is set on an answer and must be kept.
      credentials: 'include',
      ...(body && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.status === 204 ? (undefined as T) : response.json();
  }
}

function systemPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/systems/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

function runPath(entityRef: string, runId: string): string {
  return `${systemPath(entityRef)}/sync-runs/${encodeURIComponent(runId)}`;
}

function query(params: object = {}): string {
  const search = new URLSearchParams(
    Object.entries(params)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([key, value]) => [key, String(value)]),
  ).toString();
  return search && `?${search}`;
}
