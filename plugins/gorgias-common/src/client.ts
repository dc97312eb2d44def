import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import { AccessRuleSpec } from 'backstage-plugin-gorgias-checks';
import {
  AccessRulePreview,
  AccessRuleResponse,
  AccessRuleVersion,
  PutAccessRuleRequest,
} from './accessRule';
import {
  AccountDetails,
  AccountFilter,
  AccountOrder,
  AccountRow,
  Page,
} from './account';
import { PageRequest } from './api';
import {
  ConnectByApiKeyRequest,
  ConnectByApiKeyResponse,
  ConnectionSession,
  CreateConnectionRequest,
  CreateConnectionResponse,
} from './connection';
import {
  EvidenceKeysResponse,
  EvidenceOverview,
  EvidenceSystem,
  LedgerHead,
  PopulationPage,
} from './evidence';
import {
  AccessException,
  ExceptionFilter,
  ExceptionResponse,
  RequestExceptionRequest,
} from './exception';
import { HistoryEntry, HistoryFilter } from './history';
import { IdentityChange, PutIdentitiesRequest } from './identity';
import {
  OffboardedFilter,
  OffboardedPage,
  PutOffboardingRequest,
  PutRevocationRequest,
  StaffMemberDetails,
} from './people';
import {
  AccessReview,
  AccessReviewDetails,
  CancelReviewRequest,
  DecideReviewRequest,
  DelegateReviewRequest,
  ExtendReviewRequest,
  MyReview,
  PreviewReviewRequest,
  ReviewItem,
  ReviewItemFilter,
  ReviewPreview,
  SignOffReviewRequest,
  StartReviewRequest,
} from './review';
import { HealthResponse, SyncNowResponse, SyncRun } from './sync';
import { SystemListItem, SystemSummary } from './system';
import { AccessMatrix, SystemTrends } from './trends';

/** Talks to the backend plugin. Every method throws a `ResponseError` (of `@backstage/errors`) when the backend answers with an error. @public */
export class GorgiasClient {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getHealth(): Promise<HealthResponse> {
    return this.#call('GET', '/health');
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

  async listAccounts(
    entityRef: string,
    request?: AccountFilter & AccountOrder & PageRequest,
  ): Promise<Page<AccountRow>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/accounts${query(request)}`,
    );
  }

  /** All accounts that a filter lets through, as CSV (RFC 4180, UTF-8). */
  async exportAccounts(
    entityRef: string,
    request?: AccountFilter & AccountOrder,
  ): Promise<string> {
    const response = await this.#send(
      'GET',
      `${systemPath(entityRef)}/accounts.csv${query(request)}`,
    );
    return response.text();
  }

  async getTrends(entityRef: string, days?: number): Promise<SystemTrends> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/trends${query({ days })}`,
    );
  }

  async getAccessMatrix(entityRef: string): Promise<AccessMatrix> {
    return this.#call('GET', `${systemPath(entityRef)}/access-matrix`);
  }

  async getAccount(
    entityRef: string,
    accountId: string,
  ): Promise<AccountDetails> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/accounts/${encodeURIComponent(accountId)}`,
    );
  }

  async putIdentities(
    entityRef: string,
    request: PutIdentitiesRequest,
  ): Promise<IdentityChange> {
    return this.#call(
      'PUT',
      `${systemPath(entityRef)}/accounts/identities`,
      request,
    );
  }

  async undoIdentityChange(
    entityRef: string,
    changeId: string,
  ): Promise<IdentityChange> {
    return this.#call(
      'POST',
      `${systemPath(entityRef)}/identity-changes/${encodeURIComponent(
        changeId,
      )}/undo`,
    );
  }

  async listOffboarded(
    entityRef: string,
    request?: OffboardedFilter & PageRequest,
  ): Promise<OffboardedPage> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/people${query(request)}`,
    );
  }

  async putRevocation(
    entityRef: string,
    staffRef: string,
    request: PutRevocationRequest & { etag: string },
  ): Promise<void> {
    const { etag, ...body } = request;
    return this.#call(
      'PUT',
      `${systemPath(entityRef)}/people/${refPath(staffRef)}/revocation`,
      body,
      etag,
    );
  }

  async deleteRevocation(
    entityRef: string,
    staffRef: string,
    etag: string,
  ): Promise<void> {
    return this.#call(
      'DELETE',
      `${systemPath(entityRef)}/people/${refPath(staffRef)}/revocation`,
      undefined,
      etag,
    );
  }

  async getStaffMember(staffRef: string): Promise<StaffMemberDetails> {
    return this.#call('GET', `/staff/${refPath(staffRef)}`);
  }

  async putOffboarding(
    staffRef: string,
    request: PutOffboardingRequest & { etag: string },
  ): Promise<StaffMemberDetails> {
    const { etag, ...body } = request;
    return this.#call(
      'PUT',
      `/staff/${refPath(staffRef)}/offboarding`,
      body,
      etag,
    );
  }

  async deleteOffboarding(
    staffRef: string,
    etag: string,
  ): Promise<StaffMemberDetails> {
    return this.#call(
      'DELETE',
      `/staff/${refPath(staffRef)}/offboarding`,
      undefined,
      etag,
    );
  }

  async getAccessRule(entityRef: string): Promise<AccessRuleResponse> {
    return this.#call('GET', `${systemPath(entityRef)}/access-rule`);
  }

  async listAccessRuleVersions(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<AccessRuleVersion>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/access-rule/versions${query(page)}`,
    );
  }

  async putAccessRule(
    entityRef: string,
    request: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse> {
    const { revision, ...body } = request;
    return this.#call(
      'PUT',
      `${systemPath(entityRef)}/access-rule`,
      body,
      String(revision),
    );
  }

  async previewAccessRule(
    entityRef: string,
    spec: AccessRuleSpec,
  ): Promise<AccessRulePreview> {
    return this.#call('POST', `${systemPath(entityRef)}/access-rule/preview`, {
      spec,
    });
  }

  async listExceptions(
    entityRef: string,
    request?: ExceptionFilter & PageRequest,
  ): Promise<Page<AccessException>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/exceptions${query(request)}`,
    );
  }

  async requestException(
    entityRef: string,
    request: RequestExceptionRequest,
  ): Promise<ExceptionResponse> {
    return this.#call('POST', `${systemPath(entityRef)}/exceptions`, request);
  }

  async approveException(
    entityRef: string,
    exception: { id: string; etag: string },
  ): Promise<ExceptionResponse> {
    return this.#decide(entityRef, exception, 'approve');
  }

  async refuseException(
    entityRef: string,
    exception: { id: string; etag: string },
    reason: string,
  ): Promise<ExceptionResponse> {
    return this.#decide(entityRef, exception, 'refuse', { reason });
  }

  async withdrawException(
    entityRef: string,
    exception: { id: string; etag: string },
    reason: string,
  ): Promise<ExceptionResponse> {
    return this.#decide(entityRef, exception, 'withdraw', { reason });
  }

  async extendException(
    entityRef: string,
    exception: { id: string; etag: string },
    request: { until: string; reason: string },
  ): Promise<ExceptionResponse> {
    return this.#decide(entityRef, exception, 'extend', request);
  }

  async listHistory(
    entityRef: string,
    request?: HistoryFilter & PageRequest,
  ): Promise<Page<HistoryEntry>> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/history${query(request)}`,
    );
  }

  /** The systems of which somebody may see evidence. */
  async listEvidenceSystems(): Promise<{ items: EvidenceSystem[] }> {
    return this.#call('GET', '/evidence/systems');
  }

  async getEvidence(entityRef: string): Promise<EvidenceOverview> {
    return this.#call('GET', `${systemPath(entityRef)}/evidence`);
  }

  async listLedgerHeads(page?: PageRequest): Promise<Page<LedgerHead>> {
    return this.#call('GET', `/evidence/heads${query(page)}`);
  }

  /** Who had access to a system at a time, ISO 8601, and whether it was valid. */
  async listPopulation(
    entityRef: string,
    request: { at: string } & PageRequest,
  ): Promise<PopulationPage> {
    return this.#call(
      'GET',
      `${systemPath(entityRef)}/population${query(request)}`,
    );
  }

  /** A signed zip for an auditor: what happened in a period, and who had access at its end. */
  async exportEvidence(
    entityRef: string,
    period: { from: string; to: string },
  ): Promise<Blob> {
    const response = await this.#send(
      'GET',
      `${systemPath(entityRef)}/evidence.zip${query(period)}`,
    );
    return response.blob();
  }

  async listEvidenceKeys(): Promise<EvidenceKeysResponse> {
    return this.#call('GET', '/evidence/public-keys');
  }

  /** The open reviews in which the caller is asked to judge accounts. */
  async listMyReviews(): Promise<{ items: MyReview[] }> {
    return this.#call('GET', '/reviews/mine');
  }

  /** Newest first. */
  async listReviews(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<AccessReview>> {
    return this.#call('GET', `${systemPath(entityRef)}/reviews${query(page)}`);
  }

  async getReview(entityRef: string, id: string): Promise<AccessReviewDetails> {
    return this.#call('GET', reviewPath(entityRef, id));
  }

  async listReviewItems(
    entityRef: string,
    id: string,
    request?: ReviewItemFilter & PageRequest,
  ): Promise<Page<ReviewItem>> {
    return this.#call(
      'GET',
      `${reviewPath(entityRef, id)}/items${query(request)}`,
    );
  }

  async previewReview(
    entityRef: string,
    request: PreviewReviewRequest,
  ): Promise<ReviewPreview> {
    return this.#call(
      'POST',
      `${systemPath(entityRef)}/reviews/preview`,
      request,
    );
  }

  async startReview(
    entityRef: string,
    request: StartReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('POST', `${systemPath(entityRef)}/reviews`, request);
  }

  async decideReview(
    entityRef: string,
    id: string,
    request: DecideReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call(
      'POST',
      `${reviewPath(entityRef, id)}/decisions`,
      request,
    );
  }

  async delegateReview(
    entityRef: string,
    id: string,
    request: DelegateReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call(
      'POST',
      `${reviewPath(entityRef, id)}/delegations`,
      request,
    );
  }

  async extendReview(
    entityRef: string,
    id: string,
    request: ExtendReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call(
      'POST',
      `${reviewPath(entityRef, id)}/extension`,
      request,
    );
  }

  async signOffReview(
    entityRef: string,
    id: string,
    request: SignOffReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('POST', `${reviewPath(entityRef, id)}/sign-off`, request);
  }

  async cancelReview(
    entityRef: string,
    id: string,
    request: CancelReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call(
      'POST',
      `${reviewPath(entityRef, id)}/cancellation`,
      request,
    );
  }

  #decide(
    entityRef: string,
    { id, etag }: { id: string; etag: string },
    decision: 'approve' | 'refuse' | 'withdraw' | 'extend',
    body?: object,
  ): Promise<ExceptionResponse> {
    return this.#call(
      'POST',
      `${systemPath(entityRef)}/exceptions/${encodeURIComponent(
        id,
      )}/${decision}`,
      body,
      etag,
    );
  }

  async #call<T>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    etag?: string,
  ): Promise<T> {
    const response = await this.#send(method, path, body, etag);
    return response.status === 204 ? (undefined as T) : response.json();
  }

  async #send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: object,
    etag?: string,
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('gorgias');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      // The session cookie of the OAuth flow is set on an answer and must be kept.
      credentials: 'include',
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(etag !== undefined && { 'If-Match': `"${etag}"` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function refPath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return [kind, namespace, name].map(encodeURIComponent).join('/');
}

function systemPath(entityRef: string): string {
  return `/systems/${refPath(entityRef)}`;
}

function runPath(entityRef: string, runId: string): string {
  return `${systemPath(entityRef)}/sync-runs/${encodeURIComponent(runId)}`;
}

function reviewPath(entityRef: string, id: string): string {
  return `${systemPath(entityRef)}/reviews/${encodeURIComponent(id)}`;
}

function query(params: object = {}): string {
  const search = new URLSearchParams(
    Object.entries(params)
      .filter(
        ([key, value]) =>
          value !== undefined &&
          // An empty search is none; an empty role is one that is not there.
          (value !== '' || key === 'gorgiasRole'),
      )
      .map(([key, value]) => [key, String(value)]),
  ).toString();
  return search && `?${search}`;
}
