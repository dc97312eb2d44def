import {
  accountListParameters,
  filterText,
  ifMatch,
  listSearchParameter,
  pageParameters,
  pathParameter,
  queryParameter,
  reviewParameters,
  searchParameter,
  staffParameters,
  systemParameters,
  timeParameter,
} from './parameters';
import { ref, schemas } from './schemas';
import { tagged, tags } from './tags';

const json = (schema: string) => ({
  content: { 'application/json': { schema: ref(schema) } },
});

/** One operation: what it does, what it takes and what it answers; errors are Backstage's. */
function operation(
  operationId: string,
  summary: string,
  options: {
    parameters?: object[];
    body?: string;
    status?: number;
    answer?: string;
  },
) {
  const { parameters, body, status = 200, answer } = options;
  return {
    operationId,
    summary,
    ...(parameters && { parameters }),
    ...(body && { requestBody: { required: true, ...json(body) } }),
    responses: {
      [status]: { description: summary, ...(answer && json(answer)) },
      default: { description: 'An error', ...json('Error') },
    },
  };
}

const SYSTEM = '/systems/{kind}/{namespace}/{name}';

/** Something that is done with an access review, by a body named after it. */
function reviewChange(operationId: string, summary: string) {
  return operation(operationId, summary, {
    parameters: reviewParameters,
    body: `${operationId}Request`,
    answer: 'AccessReviewDetails',
  });
}

/** What the plugin offers over HTTP; the backend serves it at `/openapi.json` and checks every request by it. */
export const openApiDocument = {
  openapi: '3.1.0',
  info: {
    title: 'Gorgias access compliance',
    version: '1',
    license: { name: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags,
  components: { schemas },
  paths: tagged({
    '/connections': {
      post: operation(
        'CreateConnection',
        'Begins to connect a Gorgias account',
        {
          body: 'CreateConnectionRequest',
          status: 201,
          answer: 'CreateConnectionResponse',
        },
      ),
    },
    '/connections/api-key': {
      post: operation('ConnectByApiKey', 'Connects by an API key', {
        body: 'ConnectByApiKeyRequest',
        status: 201,
        answer: 'ConnectByApiKeyResponse',
      }),
    },
    '/connections/sessions/{sessionId}': {
      get: operation(
        'GetConnectionSession',
        'How an attempt to connect goes on',
        {
          parameters: [pathParameter('sessionId')],
          answer: 'ConnectionSession',
        },
      ),
    },
    '/connections/callback': {
      get: {
        operationId: 'ConnectionCallback',
        summary: 'Where Gorgias sends the browser back to',
        parameters: [
          queryParameter('state', 'Which attempt it is', { type: 'string' }),
          queryParameter('code', 'What the grant is got for', {
            type: 'string',
          }),
          queryParameter('error', 'Why there is no grant', { type: 'string' }),
        ],
        responses: {
          default: {
            description: 'A page for the pop-up window',
            content: { 'text/html': { schema: { type: 'string' } } },
          },
        },
      },
    },
    '/health': {
      get: operation('GetHealth', 'How the sync of each system goes', {
        answer: 'HealthResponse',
      }),
    },
    '/systems': {
      get: operation('ListSystems', 'The critical systems', {
        parameters: pageParameters,
        answer: 'SystemPage',
      }),
      post: operation('AddCriticalSystem', 'Adds a critical system', {
        body: 'AddCriticalSystemRequest',
        status: 201,
        answer: 'SystemSummary',
      }),
    },
    [SYSTEM]: {
      get: operation('GetSystem', 'The state of one system', {
        parameters: systemParameters,
        answer: 'SystemSummary',
      }),
      delete: operation(
        'RemoveCriticalSystem',
        'Takes a system off the list of critical systems',
        { parameters: systemParameters, status: 204 },
      ),
    },
    [`${SYSTEM}/connection`]: {
      delete: operation('Disconnect', 'Ends the connection', {
        parameters: systemParameters,
        status: 204,
      }),
    },
    [`${SYSTEM}/sync`]: {
      post: operation('SyncNow', 'Asks for a sync run', {
        parameters: systemParameters,
        status: 202,
        answer: 'SyncNowResponse',
      }),
    },
    [`${SYSTEM}/sync-runs`]: {
      get: operation('ListSyncRuns', 'The sync runs, newest first', {
        parameters: [...systemParameters, ...pageParameters],
        answer: 'SyncRunPage',
      }),
    },
    [`${SYSTEM}/sync-runs/{runId}/accept`]: {
      post: operation('AcceptHeldRun', 'Believes a held run', {
        parameters: [...systemParameters, pathParameter('runId')],
        status: 202,
        answer: 'SyncNowResponse',
      }),
    },
    [`${SYSTEM}/sync-runs/{runId}/discard`]: {
      post: operation('DiscardHeldRun', 'Does not believe a held run', {
        parameters: [...systemParameters, pathParameter('runId')],
        answer: 'SyncNowResponse',
      }),
    },
    [`${SYSTEM}/accounts`]: {
      get: operation('ListAccounts', 'The accounts with their verdicts', {
        parameters: [
          ...systemParameters,
          ...pageParameters,
          ...accountListParameters,
        ],
        answer: 'AccountPage',
      }),
    },
    [`${SYSTEM}/accounts.csv`]: {
      get: {
        operationId: 'ExportAccounts',
        summary: 'The accounts with their verdicts, as a file for spreadsheets',
        parameters: [...systemParameters, ...accountListParameters],
        responses: {
          200: {
            description: 'A header, and a line an account',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { description: 'An error', ...json('Error') },
        },
      },
    },
    [`${SYSTEM}/accounts/identities`]: {
      put: operation('PutIdentities', 'Says what accounts are', {
        parameters: systemParameters,
        body: 'PutIdentitiesRequest',
        answer: 'IdentityChange',
      }),
    },
    [`${SYSTEM}/accounts/{accountId}`]: {
      get: operation('GetAccount', 'Everything about one account', {
        parameters: [...systemParameters, pathParameter('accountId')],
        answer: 'AccountDetails',
      }),
    },
    [`${SYSTEM}/identity-changes/{changeId}/undo`]: {
      post: operation(
        'UndoIdentityChange',
        'Puts back what accounts were said to be before a change',
        {
          parameters: [...systemParameters, pathParameter('changeId')],
          answer: 'IdentityChange',
        },
      ),
    },
    [`${SYSTEM}/people`]: {
      get: operation('ListOffboarded', 'People who left, and their access', {
        parameters: [
          ...systemParameters,
          ...pageParameters,
          searchParameter,
          queryParameter(
            'status',
            'Only people whose access is in this state',
            ref('RevocationStatus'),
          ),
        ],
        answer: 'OffboardedPage',
      }),
    },
    [`${SYSTEM}/people/{staffKind}/{staffNamespace}/{staffName}/revocation`]: {
      put: operation('PutRevocation', 'Says that access was removed', {
        parameters: [...systemParameters, ...staffParameters, ifMatch],
        body: 'PutRevocationRequest',
        status: 204,
      }),
      delete: operation('DeleteRevocation', 'Takes that back', {
        parameters: [...systemParameters, ...staffParameters, ifMatch],
        status: 204,
      }),
    },
    '/staff/{staffKind}/{staffNamespace}/{staffName}': {
      get: operation('GetStaffMember', 'A staff member, over time', {
        parameters: staffParameters,
        answer: 'StaffMemberDetails',
      }),
    },
    '/staff/{staffKind}/{staffNamespace}/{staffName}/offboarding': {
      put: operation('PutOffboarding', 'Says that somebody has left', {
        parameters: [...staffParameters, ifMatch],
        body: 'PutOffboardingRequest',
        answer: 'StaffMemberDetails',
      }),
      delete: operation('DeleteOffboarding', 'Takes that back', {
        parameters: [...staffParameters, ifMatch],
        answer: 'StaffMemberDetails',
      }),
    },
    [`${SYSTEM}/access-rule`]: {
      get: operation('GetAccessRule', 'The access rule in force', {
        parameters: systemParameters,
        answer: 'AccessRuleResponse',
      }),
      put: operation('PutAccessRule', 'Sets the access rule', {
        parameters: [...systemParameters, ifMatch],
        body: 'PutAccessRuleRequest',
        answer: 'AccessRuleResponse',
      }),
    },
    [`${SYSTEM}/access-rule/preview`]: {
      post: operation('PreviewAccessRule', 'What a rule would do', {
        parameters: systemParameters,
        body: 'PreviewAccessRuleRequest',
        answer: 'AccessRulePreview',
      }),
    },
    [`${SYSTEM}/access-rule/versions`]: {
      get: operation('ListAccessRuleVersions', 'Its versions, newest first', {
        parameters: [...systemParameters, ...pageParameters],
        answer: 'AccessRuleVersionPage',
      }),
    },
    [`${SYSTEM}/exceptions`]: {
      get: operation('ListExceptions', 'The exceptions, newest first', {
        parameters: [
          ...systemParameters,
          ...pageParameters,
          queryParameter('accountId', 'Only of this account', {
            type: 'string',
            maxLength: 20,
          }),
          queryParameter('checkId', 'Only of this check', ref('CheckId')),
          queryParameter(
            'status',
            'Only exceptions of this status',
            ref('ExceptionStatus'),
          ),
        ],
        answer: 'AccessExceptionPage',
      }),
      post: operation('RequestException', 'Asks for an exception', {
        parameters: systemParameters,
        body: 'RequestExceptionRequest',
        status: 201,
        answer: 'ExceptionResponse',
      }),
    },
    ...Object.fromEntries(
      [
        { name: 'approve', summary: 'Puts an exception into force' },
        {
          name: 'refuse',
          summary: 'Refuses an exception',
          body: 'DecideExceptionRequest',
        },
        {
          name: 'withdraw',
          summary: 'Ends an exception before its time',
          body: 'DecideExceptionRequest',
        },
        {
          name: 'extend',
          summary: 'Asks for an exception to last longer',
          body: 'ExtendExceptionRequest',
        },
      ].map(({ name, summary, body }) => [
        `${SYSTEM}/exceptions/{exceptionId}/${name}`,
        {
          post: operation(
            `${name[0].toUpperCase()}${name.slice(1)}Exception`,
            summary,
            {
              parameters: [
                ...systemParameters,
                pathParameter('exceptionId'),
                ifMatch,
              ],
              body,
              answer: 'ExceptionResponse',
            },
          ),
        },
      ]),
    ),
    '/evidence/systems': {
      get: operation('ListEvidenceSystems', 'What there is evidence of', {
        answer: 'EvidenceSystems',
      }),
    },
    [`${SYSTEM}/evidence`]: {
      get: operation('GetEvidence', 'What there is of evidence', {
        parameters: systemParameters,
        answer: 'EvidenceOverview',
      }),
    },
    [`${SYSTEM}/population`]: {
      get: operation('GetPopulation', 'Who had access at a time', {
        parameters: [
          ...systemParameters,
          ...pageParameters,
          timeParameter('at', 'The time'),
        ],
        answer: 'PopulationPage',
      }),
    },
    [`${SYSTEM}/evidence.zip`]: {
      get: {
        operationId: 'ExportEvidence',
        summary: 'Evidence of a period that can be verified without a server',
        parameters: [
          ...systemParameters,
          timeParameter('from', 'When the period begins'),
          timeParameter('to', 'When the period ends'),
        ],
        responses: {
          200: {
            description: 'A zip; see docs/evidence.md',
            content: {
              'application/zip': {
                schema: { type: 'string', format: 'binary' },
              },
            },
          },
          default: { description: 'An error', ...json('Error') },
        },
      },
    },
    '/evidence/heads': {
      get: operation('ListLedgerHeads', 'Where the ledger ended, signed', {
        parameters: pageParameters,
        answer: 'LedgerHeadPage',
      }),
    },
    '/evidence/public-keys': {
      get: operation('ListEvidenceKeys', 'What evidence is verified with', {
        answer: 'EvidenceKeysResponse',
      }),
    },
    [`${SYSTEM}/history`]: {
      get: operation('ListHistory', 'What changed, newest first', {
        parameters: [
          ...systemParameters,
          ...pageParameters,
          queryParameter('accountId', 'Only of this account', {
            type: 'string',
            maxLength: 20,
          }),
          queryParameter('staffRef', 'Only of this staff member', {
            type: 'string',
            maxLength: 300,
          }),
          queryParameter(
            'kind',
            'Only changes of this kind',
            ref('HistoryKind'),
          ),
          queryParameter(
            'checkId',
            'Only of this check, with first verdicts among which is one of it',
            ref('CheckId'),
          ),
          queryParameter('from', 'Not before this day or time', {
            type: 'string',
            maxLength: 40,
          }),
          queryParameter('to', 'Only before this day or time', {
            type: 'string',
            maxLength: 40,
          }),
        ],
        answer: 'HistoryPage',
      }),
    },
    '/reviews/mine': {
      get: operation('ListMyReviews', 'Where somebody is asked to judge', {
        answer: 'MyReviews',
      }),
    },
    [`${SYSTEM}/reviews`]: {
      get: operation('ListReviews', 'The access reviews, newest first', {
        parameters: [...systemParameters, ...pageParameters],
        answer: 'AccessReviewPage',
      }),
      post: operation('StartReview', 'Begin an access review', {
        parameters: systemParameters,
        body: 'StartReviewRequest',
        status: 201,
        answer: 'AccessReviewDetails',
      }),
    },
    [`${SYSTEM}/reviews/preview`]: {
      post: operation('PreviewReview', 'Who would review how many', {
        parameters: systemParameters,
        body: 'PreviewReviewRequest',
        answer: 'ReviewPreview',
      }),
    },
    [`${SYSTEM}/reviews/{reviewId}`]: {
      get: operation('GetReview', 'An access review', {
        parameters: reviewParameters,
        answer: 'AccessReviewDetails',
      }),
    },
    [`${SYSTEM}/reviews/{reviewId}/items`]: {
      get: operation('ListReviewItems', 'The accounts in an access review', {
        parameters: [
          ...reviewParameters,
          ...pageParameters,
          queryParameter(
            'reviewer',
            'Only those of this reviewer; also `me`, and `nobody` for those without',
            filterText,
          ),
          queryParameter('status', 'Only those of which this is so', {
            type: 'string',
            enum: ['undecided', 'decided', 'follow-up'],
          }),
          listSearchParameter,
        ],
        answer: 'ReviewItemPage',
      }),
    },
    [`${SYSTEM}/reviews/{reviewId}/decisions`]: {
      post: reviewChange('DecideReview', 'Decide about accounts'),
    },
    [`${SYSTEM}/reviews/{reviewId}/delegations`]: {
      post: reviewChange('DelegateReview', 'Ask somebody else'),
    },
    [`${SYSTEM}/reviews/{reviewId}/extension`]: {
      post: reviewChange('ExtendReview', 'Give everybody more time'),
    },
    [`${SYSTEM}/reviews/{reviewId}/sign-off`]: {
      post: reviewChange('SignOffReview', 'End an access review'),
    },
    [`${SYSTEM}/reviews/{reviewId}/cancellation`]: {
      post: reviewChange('CancelReview', 'Cancel an access review'),
    },
    [`${SYSTEM}/trends`]: {
      get: operation('GetTrends', 'How the system stood over some time', {
        parameters: [
          ...systemParameters,
          queryParameter('days', 'How many days, today included', {
            type: 'integer',
            minimum: 1,
            maximum: 400,
          }),
        ],
        answer: 'SystemTrends',
      }),
    },
    [`${SYSTEM}/access-matrix`]: {
      get: operation('GetAccessMatrix', 'Who has which Gorgias roles', {
        parameters: systemParameters,
        answer: 'AccessMatrix',
      }),
    },
  }),
};
