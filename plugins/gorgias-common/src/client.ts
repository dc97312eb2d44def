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
import {
  AnswerOf,
  Method,
  PathOf,
  RequestArguments,
  toRequest,
} from './request';
import { HealthResponse, SyncNowResponse, SyncRun } from './sync';
import { SystemListItem, SystemSummary } from './system';
import { AccessMatrix, SystemTrends } from './trends';

const SYSTEM = '/systems/{kind}/{namespace}/{name}';
const REVIEW = `${SYSTEM}/reviews/{reviewId}` as const;
const STAFF = '/staff/{staffKind}/{staffNamespace}/{staffName}';

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
    return this.#call('get', '/health');
  }

  async listSystems(page?: PageRequest): Promise<Page<SystemListItem>> {
    return this.#call('get', '/systems', { query: page });
  }

  async getSystem(entityRef: string): Promise<SystemSummary> {
    return this.#call('get', SYSTEM, { path: parseEntityRef(entityRef) });
  }

  async addCriticalSystem(entityRef: string): Promise<SystemSummary> {
    return this.#call('post', '/systems', { body: { entityRef } });
  }

  async removeCriticalSystem(entityRef: string): Promise<void> {
    return this.#call('delete', SYSTEM, { path: parseEntityRef(entityRef) });
  }

  async startConnection(
    request: CreateConnectionRequest,
  ): Promise<CreateConnectionResponse> {
    return this.#call('post', '/connections', { body: request });
  }

  async getConnectionSession(sessionId: string): Promise<ConnectionSession> {
    return this.#call('get', '/connections/sessions/{sessionId}', {
      path: { sessionId },
    });
  }

  async connectByApiKey(
    request: ConnectByApiKeyRequest,
  ): Promise<ConnectByApiKeyResponse> {
    return this.#call('post', '/connections/api-key', { body: request });
  }

  async disconnect(entityRef: string): Promise<void> {
    return this.#call('delete', `${SYSTEM}/connection`, {
      path: parseEntityRef(entityRef),
    });
  }

  async syncNow(entityRef: string): Promise<SyncNowResponse> {
    return this.#call('post', `${SYSTEM}/sync`, {
      path: parseEntityRef(entityRef),
    });
  }

  async listSyncRuns(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<SyncRun>> {
    return this.#call('get', `${SYSTEM}/sync-runs`, {
      path: parseEntityRef(entityRef),
      query: page,
    });
  }

  async acceptHeldRun(
    entityRef: string,
    runId: string,
  ): Promise<SyncNowResponse> {
    return this.#call('post', `${SYSTEM}/sync-runs/{runId}/accept`, {
      path: { ...parseEntityRef(entityRef), runId },
    });
  }

  async discardHeldRun(
    entityRef: string,
    runId: string,
  ): Promise<SyncNowResponse> {
    return this.#call('post', `${SYSTEM}/sync-runs/{runId}/discard`, {
      path: { ...parseEntityRef(entityRef), runId },
    });
  }

  async listAccounts(
    entityRef: string,
    request?: AccountFilter & AccountOrder & PageRequest,
  ): Promise<Page<AccountRow>> {
    return this.#call('get', `${SYSTEM}/accounts`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
  }

  /** All accounts that a filter lets through, as CSV (RFC 4180, UTF-8). */
  async exportAccounts(
    entityRef: string,
    request?: AccountFilter & AccountOrder,
  ): Promise<string> {
    const response = await this.#send('get', `${SYSTEM}/accounts.csv`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
    return response.text();
  }

  async getTrends(entityRef: string, days?: number): Promise<SystemTrends> {
    return this.#call('get', `${SYSTEM}/trends`, {
      path: parseEntityRef(entityRef),
      query: { days },
    });
  }

  async getAccessMatrix(entityRef: string): Promise<AccessMatrix> {
    return this.#call('get', `${SYSTEM}/access-matrix`, {
      path: parseEntityRef(entityRef),
    });
  }

  async getAccount(
    entityRef: string,
    accountId: string,
  ): Promise<AccountDetails> {
    return this.#call('get', `${SYSTEM}/accounts/{accountId}`, {
      path: { ...parseEntityRef(entityRef), accountId },
    });
  }

  async putIdentities(
    entityRef: string,
    request: PutIdentitiesRequest,
  ): Promise<IdentityChange> {
    return this.#call('put', `${SYSTEM}/accounts/identities`, {
      path: parseEntityRef(entityRef),
      body: request,
    });
  }

  async undoIdentityChange(
    entityRef: string,
    changeId: string,
  ): Promise<IdentityChange> {
    return this.#call('post', `${SYSTEM}/identity-changes/{changeId}/undo`, {
      path: { ...parseEntityRef(entityRef), changeId },
    });
  }

  async listOffboarded(
    entityRef: string,
    request?: OffboardedFilter & PageRequest,
  ): Promise<OffboardedPage> {
    return this.#call('get', `${SYSTEM}/people`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
  }

  async putRevocation(
    entityRef: string,
    staffRef: string,
    request: PutRevocationRequest & { etag: string },
  ): Promise<void> {
    const { etag, ...body } = request;
    return this.#call(
      'put',
      `${SYSTEM}/people/{staffKind}/{staffNamespace}/{staffName}/revocation`,
      {
        path: { ...parseEntityRef(entityRef), ...staff(staffRef) },
        body,
        header: ifMatch(etag),
      },
    );
  }

  async deleteRevocation(
    entityRef: string,
    staffRef: string,
    etag: string,
  ): Promise<void> {
    return this.#call(
      'delete',
      `${SYSTEM}/people/{staffKind}/{staffNamespace}/{staffName}/revocation`,
      {
        path: { ...parseEntityRef(entityRef), ...staff(staffRef) },
        header: ifMatch(etag),
      },
    );
  }

  async getStaffMember(staffRef: string): Promise<StaffMemberDetails> {
    return this.#call('get', STAFF, { path: staff(staffRef) });
  }

  async putOffboarding(
    staffRef: string,
    request: PutOffboardingRequest & { etag: string },
  ): Promise<StaffMemberDetails> {
    const { etag, ...body } = request;
    return this.#call('put', `${STAFF}/offboarding`, {
      path: staff(staffRef),
      body,
      header: ifMatch(etag),
    });
  }

  async deleteOffboarding(
    staffRef: string,
    etag: string,
  ): Promise<StaffMemberDetails> {
    return this.#call('delete', `${STAFF}/offboarding`, {
      path: staff(staffRef),
      header: ifMatch(etag),
    });
  }

  async getAccessRule(entityRef: string): Promise<AccessRuleResponse> {
    return this.#call('get', `${SYSTEM}/access-rule`, {
      path: parseEntityRef(entityRef),
    });
  }

  async listAccessRuleVersions(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<AccessRuleVersion>> {
    return this.#call('get', `${SYSTEM}/access-rule/versions`, {
      path: parseEntityRef(entityRef),
      query: page,
    });
  }

  async putAccessRule(
    entityRef: string,
    request: PutAccessRuleRequest,
  ): Promise<AccessRuleResponse> {
    const { revision, ...body } = request;
    return this.#call('put', `${SYSTEM}/access-rule`, {
      path: parseEntityRef(entityRef),
      body,
      header: ifMatch(String(revision)),
    });
  }

  async previewAccessRule(
    entityRef: string,
    spec: AccessRuleSpec,
  ): Promise<AccessRulePreview> {
    return this.#call('post', `${SYSTEM}/access-rule/preview`, {
      path: parseEntityRef(entityRef),
      body: { spec },
    });
  }

  async listExceptions(
    entityRef: string,
    request?: ExceptionFilter & PageRequest,
  ): Promise<Page<AccessException>> {
    return this.#call('get', `${SYSTEM}/exceptions`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
  }

  async requestException(
    entityRef: string,
    request: RequestExceptionRequest,
  ): Promise<ExceptionResponse> {
    return this.#call('post', `${SYSTEM}/exceptions`, {
      path: parseEntityRef(entityRef),
      body: request,
    });
  }

  async approveException(
    entityRef: string,
    exception: { id: string; etag: string },
  ): Promise<ExceptionResponse> {
    return this.#call('post', `${SYSTEM}/exceptions/{exceptionId}/approve`, {
      path: { ...parseEntityRef(entityRef), exceptionId: exception.id },
      header: ifMatch(exception.etag),
    });
  }

  async refuseException(
    entityRef: string,
    exception: { id: string; etag: string },
    reason: string,
  ): Promise<ExceptionResponse> {
    return this.#call('post', `${SYSTEM}/exceptions/{exceptionId}/refuse`, {
      path: { ...parseEntityRef(entityRef), exceptionId: exception.id },
      body: { reason },
      header: ifMatch(exception.etag),
    });
  }

  async withdrawException(
    entityRef: string,
    exception: { id: string; etag: string },
    reason: string,
  ): Promise<ExceptionResponse> {
    return this.#call('post', `${SYSTEM}/exceptions/{exceptionId}/withdraw`, {
      path: { ...parseEntityRef(entityRef), exceptionId: exception.id },
      body: { reason },
      header: ifMatch(exception.etag),
    });
  }

  async extendException(
    entityRef: string,
    exception: { id: string; etag: string },
    request: { until: string; reason: string },
  ): Promise<ExceptionResponse> {
    return this.#call('post', `${SYSTEM}/exceptions/{exceptionId}/extend`, {
      path: { ...parseEntityRef(entityRef), exceptionId: exception.id },
      body: request,
      header: ifMatch(exception.etag),
    });
  }

  async listHistory(
    entityRef: string,
    request?: HistoryFilter & PageRequest,
  ): Promise<Page<HistoryEntry>> {
    return this.#call('get', `${SYSTEM}/history`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
  }

  /** The systems of which somebody may see evidence. */
  async listEvidenceSystems(): Promise<{ items: EvidenceSystem[] }> {
    return this.#call('get', '/evidence/systems');
  }

  async getEvidence(entityRef: string): Promise<EvidenceOverview> {
    return this.#call('get', `${SYSTEM}/evidence`, {
      path: parseEntityRef(entityRef),
    });
  }

  async listLedgerHeads(page?: PageRequest): Promise<Page<LedgerHead>> {
    return this.#call('get', '/evidence/heads', { query: page });
  }

  /** Who had access to a system at a time, ISO 8601, and whether it was valid. */
  async listPopulation(
    entityRef: string,
    request: { at: string } & PageRequest,
  ): Promise<PopulationPage> {
    return this.#call('get', `${SYSTEM}/population`, {
      path: parseEntityRef(entityRef),
      query: request,
    });
  }

  /** A signed zip for an auditor: what happened in a period, and who had access at its end. */
  async exportEvidence(
    entityRef: string,
    period: { from: string; to: string },
  ): Promise<Blob> {
    const response = await this.#send('get', `${SYSTEM}/evidence.zip`, {
      path: parseEntityRef(entityRef),
      query: period,
    });
    return response.blob();
  }

  async listEvidenceKeys(): Promise<EvidenceKeysResponse> {
    return this.#call('get', '/evidence/public-keys');
  }

  /** The open reviews in which the caller is asked to judge accounts. */
  async listMyReviews(): Promise<{ items: MyReview[] }> {
    return this.#call('get', '/reviews/mine');
  }

  /** Newest first. */
  async listReviews(
    entityRef: string,
    page?: PageRequest,
  ): Promise<Page<AccessReview>> {
    return this.#call('get', `${SYSTEM}/reviews`, {
      path: parseEntityRef(entityRef),
      query: page,
    });
  }

  async getReview(entityRef: string, id: string): Promise<AccessReviewDetails> {
    return this.#call('get', REVIEW, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
    });
  }

  async listReviewItems(
    entityRef: string,
    id: string,
    request?: ReviewItemFilter & PageRequest,
  ): Promise<Page<ReviewItem>> {
    return this.#call('get', `${REVIEW}/items`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      query: request,
    });
  }

  async previewReview(
    entityRef: string,
    request: PreviewReviewRequest,
  ): Promise<ReviewPreview> {
    return this.#call('post', `${SYSTEM}/reviews/preview`, {
      path: parseEntityRef(entityRef),
      body: request,
    });
  }

  async startReview(
    entityRef: string,
    request: StartReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${SYSTEM}/reviews`, {
      path: parseEntityRef(entityRef),
      body: request,
    });
  }

  async decideReview(
    entityRef: string,
    id: string,
    request: DecideReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${REVIEW}/decisions`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      body: request,
    });
  }

  async delegateReview(
    entityRef: string,
    id: string,
    request: DelegateReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${REVIEW}/delegations`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      body: request,
    });
  }

  async extendReview(
    entityRef: string,
    id: string,
    request: ExtendReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${REVIEW}/extension`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      body: request,
    });
  }

  async signOffReview(
    entityRef: string,
    id: string,
    request: SignOffReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${REVIEW}/sign-off`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      body: request,
    });
  }

  async cancelReview(
    entityRef: string,
    id: string,
    request: CancelReviewRequest,
  ): Promise<AccessReviewDetails> {
    return this.#call('post', `${REVIEW}/cancellation`, {
      path: { ...parseEntityRef(entityRef), reviewId: id },
      body: request,
    });
  }

  async #call<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...request: RequestArguments<M, P>
  ): Promise<AnswerOf<M, P>> {
    const response = await this.#send(method, path, ...request);
    return response.status === 204
      ? (undefined as AnswerOf<M, P>)
      : response.json();
  }

  async #send<M extends Method, P extends PathOf<M>>(
    method: M,
    path: P,
    ...request: RequestArguments<M, P>
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('gorgias');
    const { address, ...init } = toRequest(method, path, request[0]);
    const response = await this.#fetchApi.fetch(`${baseUrl}${address}`, {
      ...init,
      // The session cookie of the OAuth flow is set on an answer and must be kept.
      credentials: 'include',
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}

function staff(entityRef: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return { staffKind: kind, staffNamespace: namespace, staffName: name };
}

function ifMatch(etag: string) {
  return { 'If-Match': `"${etag}"` };
}
