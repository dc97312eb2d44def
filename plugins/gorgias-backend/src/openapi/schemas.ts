import { CHECK_IDS, VERDICT_STATUSES } from 'backstage-plugin-gorgias-common';

const time = { type: 'string', format: 'date-time' };
const timeOrNull = { type: ['string', 'null'], format: 'date-time' };
const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };

/** A schema of the components, by name. */
export function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function object(
  required: Record<string, object>,
  optional: Record<string, object> = {},
) {
  return {
    type: 'object',
    required: Object.keys(required),
    additionalProperties: false,
    properties: { ...required, ...optional },
  };
}

function list(items: object) {
  return { type: 'array', items };
}

function pageOf(items: object) {
  return object(
    { items: list(items), totalItems: count },
    { nextCursor: text },
  );
}

function orNull(name: string) {
  return { oneOf: [ref(name), { type: 'null' }] };
}

/** The JSON of requests and answers; their types are in gorgias-common. */
export const schemas = {
  CheckId: { type: 'string', enum: [...CHECK_IDS] },
  VerdictStatus: { type: 'string', enum: [...VERDICT_STATUSES] },
  Verdict: object(
    {
      checkId: ref('CheckId'),
      status: ref('VerdictStatus'),
      ground: text,
      facts: { type: 'object', additionalProperties: true },
      since: time,
    },
    { remedy: text, dueAt: time, owner: text },
  ),
  CheckSummary: object(
    {
      checkId: ref('CheckId'),
      title: text,
      status: ref('VerdictStatus'),
      counts: object(
        Object.fromEntries(VERDICT_STATUSES.map(status => [status, count])),
      ),
    },
    { ground: text },
  ),
  Identity: {
    oneOf: [
      object({
        type: { type: 'string', enum: ['staff-member'] },
        staffRef: text,
        displayName: text,
        staffState: { type: 'string', enum: ['current', 'offboarded'] },
        ground: text,
      }),
      object({
        type: { type: 'string', enum: ['unidentified'] },
        ground: text,
        candidates: list(text),
      }),
    ],
  },
  AccountState: { type: 'string', enum: ['active', 'deactivated', 'gone'] },
  AccountRow: object({
    id: text,
    name: textOrNull,
    email: textOrNull,
    gorgiasRole: textOrNull,
    kind: { type: 'string', enum: ['human', 'bot', 'unknown'] },
    state: ref('AccountState'),
    ownTwoFactor: { type: ['boolean', 'null'] },
    sso: textOrNull,
    createdAt: timeOrNull,
    deactivatedAt: timeOrNull,
    goneAt: timeOrNull,
    identity: ref('Identity'),
    status: ref('VerdictStatus'),
    verdicts: list(ref('Verdict')),
    contradictions: list(ref('Contradiction')),
  }),
  Contradiction: object({
    accountId: text,
    eventType: text,
    eventAt: time,
    text,
  }),
  AccountPage: pageOf(ref('AccountRow')),
  AccessRuleSpec: {
    oneOf: [
      object({ type: { type: 'string', enum: ['all-staff'] } }),
      object({
        type: { type: 'string', enum: ['org-roles'] },
        orgRoles: {
          type: 'array',
          minItems: 1,
          maxItems: 200,
          uniqueItems: true,
          items: {
            type: 'string',
            maxLength: 200,
            pattern: '^group:[a-z0-9_.-]+/[a-z0-9_.-]+$',
          },
        },
      }),
    ],
  },
  AccessRule: object({
    spec: ref('AccessRuleSpec'),
    revision: count,
    updatedAt: time,
    updatedBy: text,
    missingOrgRoles: list(text),
  }),
  AccessRuleResponse: object({ accessRule: orNull('AccessRule') }),
  PutAccessRuleRequest: object({
    spec: ref('AccessRuleSpec'),
    revision: count,
  }),
  PreviewAccessRuleRequest: object({ spec: ref('AccessRuleSpec') }),
  AccessRulePreview: object({
    coveredStaff: count,
    passing: count,
    failing: count,
    unknown: count,
    changes: list(
      object({
        accountId: text,
        name: textOrNull,
        email: textOrNull,
        from: ref('VerdictStatus'),
        to: ref('VerdictStatus'),
      }),
    ),
    missingOrgRoles: list(text),
  }),
  ConnectionState: {
    type: 'string',
    enum: ['connected', 'needs-reconnect', 'disconnected'],
  },
  ConnectionMethod: { type: 'string', enum: ['oauth', 'api-key'] },
  Connection: object(
    {
      id: text,
      subdomain: text,
      method: ref('ConnectionMethod'),
      state: ref('ConnectionState'),
      scopes: list(text),
      connectedBy: text,
      connectedAt: time,
      gorgiasUser: object({ id: text, name: textOrNull, email: textOrNull }),
    },
    {
      stateReason: text,
      warning: text,
      disconnectedBy: text,
      disconnectedAt: time,
    },
  ),
  CreateConnectionRequest: object({
    entityRef: { type: 'string', maxLength: 300 },
    subdomain: { type: 'string', maxLength: 4096 },
  }),
  ConnectByApiKeyRequest: object({
    entityRef: { type: 'string', maxLength: 300 },
    subdomain: { type: 'string', maxLength: 4096 },
    email: { type: 'string', minLength: 3, maxLength: 320 },
    apiKey: { type: 'string', minLength: 1, maxLength: 1000 },
  }),
  ConnectByApiKeyResponse: object({ connection: ref('Connection') }),
  CreateConnectionResponse: object({
    sessionId: text,
    authorizeUrl: text,
    expiresAt: time,
  }),
  ConnectionSession: object(
    {
      sessionId: text,
      status: { type: 'string', enum: ['pending', 'succeeded', 'failed'] },
    },
    { errorCode: text },
  ),
  SyncRun: object(
    {
      id: text,
      trigger: {
        type: 'string',
        enum: ['schedule', 'manual', 'connected', 'event', 'accepted'],
      },
      startedAt: time,
      outcome: ref('SyncOutcome'),
      pages: count,
      accounts: count,
      retries: count,
    },
    {
      requestedBy: text,
      finishedAt: time,
      changes: object({ added: count, updated: count, gone: count }),
      held: ref('HeldChanges'),
      error: text,
    },
  ),
  SyncOutcome: {
    type: 'string',
    enum: ['running', 'complete', 'failed', 'held'],
  },
  HeldChanges: object(
    {
      changes: list(
        object({
          source: { type: 'string', enum: ['gorgias', 'catalog'] },
          before: count,
          gone: list(
            object({ ref: text, name: textOrNull, email: textOrNull }),
          ),
        }),
      ),
    },
    {
      decision: {
        type: 'string',
        enum: ['accepted', 'discarded', 'superseded'],
      },
      decidedBy: text,
      decidedAt: time,
    },
  ),
  EarlyNews: object(
    { available: { type: 'boolean' }, checkedAt: timeOrNull },
    { reason: text },
  ),
  HealthResponse: object({
    status: { type: 'string', enum: ['ok', 'degraded'] },
    systems: list(
      object({
        entityRef: text,
        connectionState: ref('ConnectionState'),
        factsAt: timeOrNull,
        stale: { type: 'boolean' },
        stuck: { type: 'boolean' },
        held: { type: 'boolean' },
        lastOutcome: orNull('SyncOutcome'),
      }),
    ),
  }),
  SyncNowResponse: object({ run: ref('SyncRun') }),
  SyncRunPage: pageOf(ref('SyncRun')),
  Freshness: object({
    factsAt: timeOrNull,
    staleAfterSeconds: { type: 'number' },
    stale: { type: 'boolean' },
  }),
  PendingTask: object({
    id: text,
    title: text,
    description: text,
    adminOnly: { type: 'boolean' },
  }),
  SystemSummary: object(
    {
      entityRef: text,
      title: text,
      subdomain: textOrNull,
      critical: {
        oneOf: [object({ addedAt: time, addedBy: text }), { type: 'null' }],
      },
      connection: orNull('Connection'),
      connectMethods: list(ref('ConnectionMethod')),
      freshness: ref('Freshness'),
      sync: object({
        current: orNull('SyncRun'),
        last: orNull('SyncRun'),
        held: orNull('SyncRun'),
        stuck: { type: 'boolean' },
      }),
      earlyNews: ref('EarlyNews'),
      contradictions: list(ref('Contradiction')),
      checks: list(ref('CheckSummary')),
      status: ref('VerdictStatus'),
      accounts: object({ active: count, deactivated: count, gone: count }),
      accessRule: orNull('AccessRule'),
      pendingTasks: list(ref('PendingTask')),
      canManage: { type: 'boolean' },
    },
    { owner: text },
  ),
  AddCriticalSystemRequest: object({
    entityRef: { type: 'string', maxLength: 300 },
  }),
  SystemListItem: object({
    entityRef: text,
    title: text,
    entityExists: { type: 'boolean' },
    subdomain: textOrNull,
    connectionState: {
      type: 'string',
      enum: ['connected', 'needs-reconnect', 'disconnected', 'not-connected'],
    },
    freshness: ref('Freshness'),
    status: ref('VerdictStatus'),
    checks: list(ref('CheckSummary')),
    pendingTasks: count,
  }),
  SystemPage: pageOf(ref('SystemListItem')),
  Error: {
    type: 'object',
    required: ['error'],
    additionalProperties: true,
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        additionalProperties: true,
        properties: { name: text, message: text },
      },
    },
  },
};
