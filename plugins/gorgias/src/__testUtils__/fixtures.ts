import { Entity } from '@backstage/catalog-model';
import {
  AccountRow,
  ACTION_PERMISSIONS,
  CHECK_IDS,
  CHECK_TITLES,
  CheckId,
  CheckSummary,
  ConnectionSummary,
  Contradiction,
  countStatuses,
  GorgiasAction,
  HeldItem,
  MassChange,
  SyncRun,
  SystemSummary,
  Verdict,
  VerdictStatus,
  worstStatus,
} from 'backstage-plugin-gorgias-common';

/** The entity that stands for the example company's Gorgias. */
export const gorgiasEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: 'gorgias',
    namespace: 'default',
    title: 'Gorgias',
    annotations: { 'gorgias.com/subdomain': 'acme' },
  },
  spec: { type: 'saas', owner: 'group:default/support' },
};

export const GORGIAS_REF = 'resource:default/gorgias';

/** Groups that can be chosen as org roles. */
export const groups: Entity[] = [
  ['support', 'Customer Support'],
  ['it', 'IT'],
  ['finance', 'Finance'],
].map(([name, displayName]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [], profile: { displayName } },
}));

export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

export function check(
  checkId: CheckId,
  statuses: VerdictStatus[],
): CheckSummary {
  return {
    checkId,
    title: CHECK_TITLES[checkId],
    status: worstStatus(statuses),
    counts: countStatuses(statuses),
  };
}

export function syncRun(overrides: Partial<SyncRun> = {}): SyncRun {
  return {
    id: 'run-1',
    trigger: 'schedule',
    startedAt: minutesAgo(3),
    finishedAt: minutesAgo(2),
    outcome: 'complete',
    pages: 2,
    accounts: 23,
    retries: 0,
    changes: { added: 1, updated: 2, gone: 0 },
    ...overrides,
  };
}

/** People who would be gone: "Person 1" and so on. */
export function heldItems(count: number): HeldItem[] {
  return Array.from({ length: count }, (_, index) => ({
    ref: String(100 + index),
    name: `Person ${index + 1}`,
    email: `person${index + 1}@acme.example`,
  }));
}

/** A run that found six of 23 accounts gone, and waits for a decision. */
export function heldRun(
  overrides: Partial<SyncRun> = {},
  changes: MassChange[] = [
    { source: 'gorgias', before: 23, gone: heldItems(6) },
  ],
): SyncRun {
  return syncRun({
    id: 'held-1',
    outcome: 'held',
    changes: undefined,
    held: { changes },
    ...overrides,
  });
}

export function contradiction(
  overrides: Partial<Contradiction> = {},
): Contradiction {
  return {
    accountId: '7',
    eventType: 'user-deleted',
    eventAt: minutesAgo(120),
    text: 'The event log says that Sam Rivers was deleted, but the list still has the account.',
    ...overrides,
  };
}

/** How a sync stands when there is nothing to say about it. */
export function syncState(
  overrides: Partial<SystemSummary['sync']> = {},
): SystemSummary['sync'] {
  return {
    current: null,
    last: syncRun(),
    held: null,
    stuck: false,
    ...overrides,
  };
}

export function connection(
  overrides: Partial<ConnectionSummary> = {},
): ConnectionSummary {
  return {
    id: 'connection-1',
    subdomain: 'acme',
    method: 'oauth',
    state: 'connected',
    scopes: ['offline', 'users:read', 'account:read'],
    connectedBy: 'user:default/ivy.nakamura',
    connectedAt: minutesAgo(60),
    gorgiasUser: { id: '1', name: 'Helpdesk Admin', email: 'it@acme.example' },
    ...overrides,
  };
}

/** What somebody may do who may do everything. */
export const ALL_ACTIONS = Object.keys(ACTION_PERMISSIONS) as GorgiasAction[];

/** Somebody who may see how a system stands, and the own account. */
export const NO_RIGHTS = { actions: [], canManage: false };

/** Somebody who may do everything but some things. */
export function rightsWithout(...taken: GorgiasAction[]) {
  const actions = ALL_ACTIONS.filter(action => !taken.includes(action));
  return { actions, canManage: actions.includes('administrate') };
}

/** A system that is connected, read, configured, and has a few accounts that fail. */
export function systemSummary(
  overrides: Partial<SystemSummary> = {},
): SystemSummary {
  const checks = [
    check('user-identified', [
      ...Array(3).fill('failing'),
      ...Array(2).fill('unknown'),
      ...Array(18).fill('passing'),
    ]),
    check('offboarded-access-removed', Array(23).fill('passing')),
    check('access-control-configured', ['passing']),
    check('mfa-enabled', ['unknown', ...Array(22).fill('passing')]),
    check('access-valid', Array(23).fill('passing')),
  ];
  return {
    entityRef: GORGIAS_REF,
    title: 'Gorgias',
    owner: 'group:default/support',
    subdomain: 'acme',
    critical: {
      addedAt: minutesAgo(50),
      addedBy: 'user:default/ivy.nakamura',
    },
    connection: connection(),
    connectMethods: ['oauth'],
    freshness: {
      factsAt: minutesAgo(3),
      staleAfterSeconds: 7200,
      stale: false,
    },
    sync: syncState(),
    earlyNews: { available: true, checkedAt: minutesAgo(1) },
    contradictions: [],
    checks,
    status: worstStatus(checks.map(({ status }) => status)),
    accounts: { active: 23, deactivated: 2, gone: 0 },
    accessRule: {
      spec: { type: 'all-staff' },
      revision: 1,
      updatedAt: minutesAgo(40),
      updatedBy: 'user:default/ivy.nakamura',
      missingOrgRoles: [],
      missingPeople: [],
    },
    pendingTasks: [],
    ownAccounts: [],
    offboarded: { active: 0, usedAfterLeaving: 0 },
    requestedExceptions: 0,
    actions: ALL_ACTIONS,
    canManage: true,
    ...overrides,
  };
}

/** A system as it is before anybody has done anything. */
export function unconnectedSummary(
  overrides: Partial<SystemSummary> = {},
): SystemSummary {
  return systemSummary({
    critical: null,
    connection: null,
    freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
    sync: syncState({ last: null }),
    earlyNews: { available: false, checkedAt: null },
    checks: CHECK_IDS.map(id => check(id, ['not-configured'])),
    status: 'not-configured',
    accounts: { active: 0, deactivated: 0, gone: 0 },
    accessRule: null,
    pendingTasks: [
      {
        id: 'connect',
        title: 'Connect Gorgias',
        description: 'Nothing can be judged before.',
        adminOnly: true,
      },
      {
        id: 'add-critical-system',
        title: 'Add to the critical systems',
        description: 'So that its access is watched.',
        adminOnly: true,
      },
    ],
    ...overrides,
  });
}

export function verdict(
  checkId: CheckId,
  overrides: Partial<Verdict> = {},
): Verdict {
  return {
    checkId,
    status: 'passing',
    ground: 'Everything is as it should be.',
    facts: {},
    since: minutesAgo(60 * 24),
    ...overrides,
  };
}

export function accountRow(overrides: Partial<AccountRow> = {}): AccountRow {
  return {
    id: '7',
    name: 'Sam Rivers',
    email: 'sam.rivers@acme.example',
    gorgiasRole: 'basic-agent',
    kind: 'human',
    state: 'active',
    ownTwoFactor: true,
    sso: null,
    createdAt: minutesAgo(60 * 24 * 90),
    deactivatedAt: null,
    goneAt: null,
    lastLogInAt: null,
    orgRoles: [],
    identity: {
      type: 'staff-member',
      staffRef: 'user:default/sam.rivers',
      displayName: 'Sam Rivers',
      staffState: 'current',
      ground: 'The e-mail address is the same.',
    },
    status: 'passing',
    verdicts: [
      verdict('user-identified'),
      verdict('offboarded-access-removed'),
      verdict('mfa-enabled'),
      verdict('access-valid'),
    ],
    contradictions: [],
    identityEtag: 'identity-1',
    ...overrides,
  };
}

/** An account nobody could be found for. */
export function unidentifiedAccount(): AccountRow {
  return accountRow({
    id: '8',
    name: 'Front Desk',
    email: 'desk@acme.example',
    ownTwoFactor: null,
    identity: {
      type: 'unidentified',
      ground: 'No staff member has this e-mail address.',
      candidates: [],
    },
    status: 'failing',
    verdicts: [
      verdict('user-identified', {
        status: 'failing',
        ground: 'No staff member has the address desk@acme.example.',
        remedy: 'Give the user an address of a staff member in Gorgias.',
        facts: { email: 'desk@acme.example', candidates: [], isBot: false },
        dueAt: minutesAgo(-60 * 24 * 7 - 5),
        owner: 'group:default/support',
      }),
      verdict('offboarded-access-removed', { status: 'not-applicable' }),
      verdict('mfa-enabled', { status: 'unknown' }),
      verdict('access-valid', { status: 'failing' }),
    ],
  });
}
