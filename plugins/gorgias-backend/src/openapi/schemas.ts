import {
  ACCOUNT_ORDERS,
  CHECK_IDS,
  CONNECT_ERROR_MESSAGES,
  PendingTaskId,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { LIMITS } from './limits';

const time = { type: 'string', format: 'date-time' };
const timeOrNull = { type: ['string', 'null'], format: 'date-time' };
const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const count = { type: 'integer', minimum: 0 };

const accountClass = { type: 'string', enum: ['service-account', 'external'] };
const entityRef = {
  type: 'string',
  maxLength: LIMITS.entityRefLength,
  pattern: '^[a-zA-Z][^:/\\s]*:[^:/\\s]+/[^:/\\s]+$',
};
/** Something that a person has to write, and others will read. */
const words = { type: 'string', minLength: 1, maxLength: LIMITS.wordsLength };

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

const pendingTasks: PendingTaskId[] = [
  'connect',
  'reconnect',
  'review-held-run',
  'mend-connection',
  'add-critical-system',
  'configure-access',
  'sync',
  'fix-failing',
  'clear-unknown',
  'look-into-contradictions',
  'look-into-use-after-leaving',
  'decide-exceptions',
  'finish-overdue-review',
  'sign-off-review',
  'carry-out-review',
];

/** What somebody can say of an account. */
const identityAssignments = [
  object({
    type: { type: 'string', enum: ['staff-member'] },
    staffRef: entityRef,
    reason: words,
  }),
  object({
    type: accountClass,
    owner: entityRef,
    purpose: words,
    reviewAt: time,
  }),
];

const accountFields = {
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
  lastLogInAt: timeOrNull,
  identity: ref('Identity'),
  orgRoles: list(text),
  identityEtag: text,
  status: ref('VerdictStatus'),
  verdicts: list(ref('Verdict')),
  contradictions: list(ref('Contradiction')),
};

const populationIdentity = object(
  {
    type: {
      type: 'string',
      enum: ['staff-member', ...accountClass.enum, 'unidentified'],
    },
  },
  {
    staffRef: text,
    displayName: text,
    staffState: { type: 'string', enum: ['current', 'offboarded'] },
    owner: text,
    purpose: text,
    reviewAt: time,
  },
);

const accessReview = {
  id: text,
  entityRef: text,
  title: text,
  status: { type: 'string', enum: ['open', 'signed-off', 'cancelled'] },
  owner: text,
  createdBy: textOrNull,
  startedAt: time,
  dueAt: time,
  overdue: { type: 'boolean' },
  reviewers: ref('ReviewerRule'),
  recurrence: orNull('ReviewRecurrence'),
  nextStartAt: timeOrNull,
  progress: ref('ReviewProgress'),
  waitingForMe: count,
  judgedByMe: count,
  signOff: orNull('ReviewSignOff'),
  cancellation: orNull('ReviewCancellation'),
  may: list({
    type: 'string',
    enum: ['delegate', 'extend', 'cancel', 'sign-off'],
  }),
};

const reviewDecision = {
  decision: { type: 'string', enum: ['keep', 'revoke', 'change-role'] },
  comment: textOrNull,
  by: text,
  at: time,
};

/** So many accounts can be judged alike at once. */
const reviewedAccounts = { ...list(text), minItems: 1, maxItems: 500 };

const orgRoles = {
  type: 'array',
  minItems: 1,
  maxItems: LIMITS.orgRoles,
  uniqueItems: true,
  items: {
    type: 'string',
    maxLength: LIMITS.orgRoleLength,
    pattern: LIMITS.orgRole,
  },
};

const namedPeople = {
  type: 'array',
  maxItems: LIMITS.people,
  items: object({
    subject: {
      type: 'string',
      maxLength: LIMITS.subjectLength,
      pattern: LIMITS.subject,
    },
    ticket: words,
    until: time,
  }),
};

/** What a sentence is made of, for other languages. */
const parts = list(ref('Message'));

/** The JSON of requests and answers; their types are in gorgias-common. */
export const schemas = {
  CheckId: { type: 'string', enum: [...CHECK_IDS] },
  VerdictStatus: { type: 'string', enum: [...VERDICT_STATUSES] },
  Message: object(
    { id: text },
    { params: { type: 'object', additionalProperties: true } },
  ),
  Verdict: object(
    {
      checkId: ref('CheckId'),
      status: ref('VerdictStatus'),
      ground: text,
      facts: {
        type: 'object',
        additionalProperties: {
          oneOf: [
            { type: ['string', 'number', 'boolean', 'null'] },
            list(text),
          ],
        },
      },
      since: time,
    },
    {
      groundParts: parts,
      remedy: text,
      remedyParts: parts,
      dueAt: time,
      owner: text,
      exceptionId: text,
    },
  ),
  VerdictCounts: object(
    Object.fromEntries(VERDICT_STATUSES.map(status => [status, count])),
  ),
  CheckSummary: object(
    {
      checkId: ref('CheckId'),
      title: text,
      status: ref('VerdictStatus'),
      counts: ref('VerdictCounts'),
    },
    { ground: text, groundParts: parts },
  ),
  Identity: {
    oneOf: [
      object(
        {
          type: { type: 'string', enum: ['staff-member'] },
          staffRef: text,
          displayName: text,
          staffState: { type: 'string', enum: ['current', 'offboarded'] },
          ground: text,
        },
        { groundParts: parts },
      ),
      object(
        {
          type: accountClass,
          owner: text,
          purpose: text,
          reviewAt: time,
          ground: text,
        },
        { groundParts: parts },
      ),
      object(
        {
          type: { type: 'string', enum: ['unidentified'] },
          ground: text,
          candidates: list(text),
        },
        { groundParts: parts },
      ),
    ],
  },
  AccountState: { type: 'string', enum: ['active', 'deactivated', 'gone'] },
  AccountOrderBy: { type: 'string', enum: [...ACCOUNT_ORDERS] },
  IdentityType: {
    type: 'string',
    enum: ['staff-member', ...accountClass.enum, 'unidentified'],
  },
  AssignedIdentity: object({
    assignment: { oneOf: identityAssignments },
    assignedBy: text,
    assignedAt: time,
  }),
  IdentityAssignment: {
    oneOf: [
      ...identityAssignments,
      object({ type: { type: 'string', enum: ['automatic'] } }),
    ],
  },
  PutIdentitiesRequest: object({
    accounts: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: object({
        id: { type: 'string', maxLength: 20 },
        etag: { type: 'string', maxLength: 100 },
      }),
    },
    assignment: ref('IdentityAssignment'),
  }),
  IdentityChange: object(
    { id: text, changedAt: time, changedBy: text, accountIds: list(text) },
    { undoneAt: time, undoneBy: text },
  ),
  AccountRow: object(accountFields, { assigned: ref('AssignedIdentity') }),
  AccountDetails: object(
    {
      ...accountFields,
      suggestions: list(
        object(
          { staffRef: text, displayName: text, ground: text },
          { groundParts: parts },
        ),
      ),
    },
    { assigned: ref('AssignedIdentity') },
  ),
  Contradiction: object(
    {
      accountId: text,
      eventType: text,
      eventAt: time,
      text,
    },
    { textParts: parts },
  ),
  AccountPage: pageOf(ref('AccountRow')),
  AccessRuleSpec: {
    oneOf: [
      object(
        { type: { type: 'string', enum: ['all-staff'] } },
        { people: namedPeople },
      ),
      object(
        { type: { type: 'string', enum: ['org-roles'] }, orgRoles },
        {
          gorgiasRoles: {
            type: 'object',
            maxProperties: LIMITS.orgRoles,
            additionalProperties: {
              type: 'array',
              minItems: 1,
              maxItems: LIMITS.gorgiasRoles,
              uniqueItems: true,
              items: {
                type: 'string',
                minLength: 1,
                maxLength: LIMITS.gorgiasRoleLength,
              },
            },
          },
          people: namedPeople,
        },
      ),
      object({
        type: { type: 'string', enum: ['named-people'] },
        people: { ...namedPeople, minItems: 1 },
      }),
    ],
  },
  AccessRule: object(
    {
      spec: ref('AccessRuleSpec'),
      revision: count,
      updatedAt: time,
      updatedBy: text,
      missingOrgRoles: list(text),
      missingPeople: list(text),
    },
    { reason: text },
  ),
  AccessRuleVersion: object(
    {
      spec: ref('AccessRuleSpec'),
      revision: count,
      updatedAt: time,
      updatedBy: text,
    },
    { reason: text },
  ),
  AccessRuleVersionPage: pageOf(ref('AccessRuleVersion')),
  AccessRuleResponse: object({ accessRule: orNull('AccessRule') }),
  PutAccessRuleRequest: object(
    { spec: ref('AccessRuleSpec') },
    { reason: words, factsVersion: { type: 'string', maxLength: 100 } },
  ),
  PreviewAccessRuleRequest: object({ spec: ref('AccessRuleSpec') }),
  AccessRulePreview: object({
    coveredStaff: count,
    passing: count,
    failing: count,
    exempt: count,
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
    missingPeople: list(text),
    factsVersion: text,
  }),
  ExceptionStatus: {
    type: 'string',
    enum: ['requested', 'approved', 'refused', 'withdrawn', 'lapsed'],
  },
  AccessException: object(
    {
      id: text,
      accountId: text,
      checkId: ref('CheckId'),
      reason: text,
      requestedBy: text,
      requestedAt: time,
      until: time,
      status: ref('ExceptionStatus'),
      twoPersonRule: { type: 'boolean' },
      etag: text,
    },
    {
      accountName: text,
      reference: text,
      decidedBy: text,
      decidedAt: time,
      decisionReason: text,
      lapsedAt: time,
      lapsedBecause: text,
      lapsedBecauseParts: parts,
    },
  ),
  AccessExceptionPage: pageOf(ref('AccessException')),
  ExceptionResponse: object({ exception: ref('AccessException') }),
  RequestExceptionRequest: object(
    {
      accountId: { type: 'string', maxLength: LIMITS.accountIdLength },
      checkId: ref('CheckId'),
      reason: words,
      until: time,
    },
    { reference: words },
  ),
  DecideExceptionRequest: object({ reason: words }),
  ExtendExceptionRequest: object({ until: time, reason: words }),
  HistoryKind: {
    type: 'string',
    enum: [
      'verdict',
      'account',
      'identity',
      'access-rule',
      'exception',
      'staff',
      'revocation',
    ],
  },
  HistoryEntry: object(
    {
      id: text,
      at: time,
      kind: ref('HistoryKind'),
      before: { type: ['object', 'null'], additionalProperties: true },
      after: { type: ['object', 'null'], additionalProperties: true },
    },
    {
      accountId: text,
      accountName: text,
      staffRef: text,
      checkId: ref('CheckId'),
      by: text,
    },
  ),
  HistoryPage: pageOf(ref('HistoryEntry')),
  LedgerHead: object({
    sequence: count,
    hash: text,
    signedAt: time,
    keyId: textOrNull,
    signature: textOrNull,
  }),
  ReviewRecurrence: {
    type: 'string',
    enum: ['monthly', 'quarterly', 'half-yearly', 'yearly'],
  },
  ReviewerRule: {
    oneOf: [
      object({ by: { type: 'string', enum: ['manager'] } }),
      object({
        by: { type: 'string', enum: ['org-role'] },
        orgRoles: {
          ...list(
            object({
              orgRole: { type: 'string', minLength: 1, maxLength: 300 },
              reviewer: { type: 'string', minLength: 1, maxLength: 300 },
            }),
          ),
          minItems: 1,
          maxItems: 200,
        },
      }),
    ],
  },
  ReviewProgress: object({
    total: count,
    decided: count,
    keep: count,
    revoke: count,
    changeRole: count,
    unassigned: count,
    openFollowUps: count,
  }),
  AccessReview: object(accessReview),
  AccessReviewDetails: object({
    ...accessReview,
    byReviewer: list(
      object({
        reviewer: textOrNull,
        total: count,
        decided: count,
        remindedAt: timeOrNull,
      }),
    ),
  }),
  AccessReviewPage: pageOf(ref('AccessReview')),
  ReviewDecision: object(reviewDecision, { gorgiasRole: text }),
  LastReviewDecision: object(
    { ...reviewDecision, reviewTitle: text },
    { gorgiasRole: text },
  ),
  ReviewFollowUp: object({
    status: { type: 'string', enum: ['open', 'done'] },
    doneAt: timeOrNull,
  }),
  ReviewReturn: object({ by: text, at: time, comment: textOrNull }),
  ReviewSignOff: object({ by: text, at: time, comment: textOrNull }),
  ReviewCancellation: object({ by: text, at: time, reason: text }),
  ReviewItem: object({
    accountId: text,
    name: textOrNull,
    email: textOrNull,
    gorgiasRole: textOrNull,
    kind: { type: 'string', enum: ['human', 'bot', 'unknown'] },
    state: ref('AccountState'),
    identity: populationIdentity,
    verdicts: {
      type: 'object',
      additionalProperties: ref('VerdictStatus'),
    },
    lastLogInAt: timeOrNull,
    reviewer: textOrNull,
    isMine: { type: 'boolean' },
    addedBecause: {
      type: 'string',
      enum: ['start', 'appeared', 'role-changed'],
    },
    addedAt: time,
    decision: orNull('ReviewDecision'),
    followUp: orNull('ReviewFollowUp'),
    lastDecision: orNull('LastReviewDecision'),
    notMine: orNull('ReviewReturn'),
  }),
  ReviewItemPage: pageOf(ref('ReviewItem')),
  MyReviews: object({
    items: list(
      object({
        id: text,
        entityRef: text,
        systemTitle: text,
        title: text,
        owner: text,
        dueAt: time,
        overdue: { type: 'boolean' },
        total: count,
        decided: count,
      }),
    ),
  }),
  StartReviewRequest: object(
    {
      title: { type: 'string', minLength: 1, maxLength: 200 },
      dueAt: { type: 'string', minLength: 1, maxLength: 40 },
      reviewers: ref('ReviewerRule'),
    },
    {
      owner: { type: 'string', minLength: 1, maxLength: 300 },
      recurrence: ref('ReviewRecurrence'),
    },
  ),
  PreviewReviewRequest: object(
    { reviewers: ref('ReviewerRule') },
    { owner: { type: 'string', minLength: 1, maxLength: 300 } },
  ),
  ReviewPreview: object({
    total: count,
    byReviewer: list(object({ reviewer: textOrNull, total: count })),
  }),
  DecideReviewRequest: object(
    {
      accountIds: reviewedAccounts,
      decision: {
        type: 'string',
        enum: ['keep', 'revoke', 'change-role', 'not-mine'],
      },
    },
    { gorgiasRole: { type: 'string', maxLength: 100 }, comment: words },
  ),
  DelegateReviewRequest: object(
    {
      accountIds: reviewedAccounts,
      to: { type: 'string', minLength: 1, maxLength: 300 },
    },
    { comment: words },
  ),
  ExtendReviewRequest: object({
    dueAt: { type: 'string', minLength: 1, maxLength: 40 },
    reason: words,
  }),
  SignOffReviewRequest: object({}, { comment: words }),
  CancelReviewRequest: object(
    { reason: words },
    { endRecurrence: { type: 'boolean' } },
  ),
  EvidenceSystems: object({
    items: list(object({ entityRef: text, title: text })),
  }),
  EvidenceOverview: object({
    entityRef: text,
    title: text,
    knownSince: timeOrNull,
    entries: list(object({ kind: text, count, lastAt: time })),
    head: orNull('LedgerHead'),
    unsigned: count,
    exports: list(
      object({
        at: time,
        by: text,
        what: text,
        period: {
          oneOf: [object({ from: time, to: time }), { type: 'null' }],
        },
      }),
    ),
    mayExport: { type: 'boolean' },
  }),
  PopulationAccount: object({
    accountId: text,
    name: textOrNull,
    email: textOrNull,
    gorgiasRole: textOrNull,
    kind: { type: 'string', enum: ['human', 'bot', 'unknown'] },
    // Nobody who is gone has access.
    state: { type: 'string', enum: ['active', 'deactivated'] },
    identity: populationIdentity,
    verdicts: {
      type: 'object',
      additionalProperties: object(
        { status: ref('VerdictStatus'), since: time },
        { exceptionId: text },
      ),
    },
  }),
  PopulationPage: object(
    {
      at: time,
      factsAt: timeOrNull,
      counts: ref('VerdictCounts'),
      items: list(ref('PopulationAccount')),
      totalItems: count,
    },
    { nextCursor: text },
  ),
  LedgerHeadPage: pageOf(ref('LedgerHead')),
  EvidenceKeysResponse: object({
    current: textOrNull,
    keys: list(object({ keyId: text, publicKey: text, firstUsedAt: time })),
  }),
  OffboardedGround: {
    type: 'string',
    enum: ['mark', 'vanished', 'orphaned', 'manual'],
  },
  RevocationStatus: {
    type: 'string',
    enum: ['active', 'revoked', 'not-found'],
  },
  Override: object({ proof: text, by: text, at: time }),
  OffboardedPerson: object(
    {
      staffRef: text,
      displayName: text,
      offboardedAt: timeOrNull,
      offboardedGround: ref('OffboardedGround'),
      status: ref('RevocationStatus'),
      dueAt: timeOrNull,
      removedAt: timeOrNull,
      tookSeconds: { type: ['number', 'null'] },
      usedAfterLeaving: { type: 'boolean' },
      accounts: list(
        object({
          id: text,
          name: textOrNull,
          email: textOrNull,
          gorgiasRole: textOrNull,
          state: ref('AccountState'),
          removedAt: timeOrNull,
          lastLogInAt: timeOrNull,
        }),
      ),
      etag: text,
    },
    { offboardedProof: ref('Override'), override: ref('Override') },
  ),
  TimeToRevoke: object({
    people: count,
    medianSeconds: { type: ['number', 'null'] },
    worstSeconds: { type: ['number', 'null'] },
  }),
  OffboardedPage: object(
    {
      items: list(ref('OffboardedPerson')),
      totalItems: count,
      counts: object({ active: count, revoked: count, 'not-found': count }),
      timeToRevoke: ref('TimeToRevoke'),
    },
    { nextCursor: text },
  ),
  SystemTrends: object({
    days: list(
      object({
        day: { type: 'string', format: 'date' },
        checks: object(
          Object.fromEntries(CHECK_IDS.map(id => [id, ref('VerdictCounts')])),
        ),
      }),
    ),
    timeToRevoke: ref('TimeToRevoke'),
    revokeWithinDays: { type: 'number' },
    revocations: list(object({ removedAt: time, tookSeconds: count })),
  }),
  AccessMatrix: object({
    lines: list({
      oneOf: [
        object({
          type: { type: 'string', enum: ['org-role'] },
          orgRole: text,
          title: text,
        }),
        object({
          type: {
            type: 'string',
            enum: [
              'no-org-role',
              'offboarded',
              'service-account',
              'external',
              'unidentified',
            ],
          },
        }),
      ],
    }),
    gorgiasRoles: list(textOrNull),
    cells: list(
      object({
        line: count,
        gorgiasRole: textOrNull,
        accounts: count,
        valid: ref('VerdictCounts'),
      }),
    ),
  }),
  StaffMemberDetails: object(
    {
      staffRef: text,
      displayName: text,
      emails: list(text),
      orgRoles: list(text),
      state: { type: 'string', enum: ['current', 'offboarded'] },
      firstSeenAt: time,
      lastSeenAt: time,
      offboardedAt: timeOrNull,
      offboardedGround: orNull('OffboardedGround'),
      rehiredAt: timeOrNull,
      etag: text,
    },
    {
      manualOffboarding: object({
        offboardedAt: time,
        proof: text,
        by: text,
        at: time,
      }),
    },
  ),
  PutOffboardingRequest: object({ offboardedAt: time, proof: words }),
  PutRevocationRequest: object({ proof: words }),
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
      stateReasonParts: parts,
      warning: text,
      warningParts: parts,
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
    {
      errorCode: { type: 'string', enum: Object.keys(CONNECT_ERROR_MESSAGES) },
    },
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
    { reason: text, reasonParts: parts },
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
  PendingTask: object(
    {
      id: { type: 'string', enum: pendingTasks },
      title: text,
      description: text,
      adminOnly: { type: 'boolean' },
    },
    { titleParts: parts, count, descriptionParts: parts },
  ),
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
      ownAccounts: list(ref('AccountRow')),
      offboarded: object({ active: count, usedAfterLeaving: count }),
      requestedExceptions: count,
      actions: list({
        type: 'string',
        enum: [
          'read-accounts',
          'administrate',
          'manage-connection',
          'manage-access-rule',
          'classify',
          'request-exception',
          'approve-exception',
          'manage-reviews',
          'read-evidence',
          'export',
        ],
      }),
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
