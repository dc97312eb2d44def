import { CHECK_IDS, SystemSummary } from 'backstage-plugin-gorgias-common';
import {
  accountRow,
  check,
  connection,
  contradiction,
  heldItems,
  heldRun,
  minutesAgo,
  NO_RIGHTS,
  syncRun,
  syncState,
  systemSummary,
  unconnectedSummary,
  verdict,
} from '../src/__testUtils__/fixtures';

const massHeldRun = heldRun({ retries: 3 }, [
  { source: 'gorgias', before: 23, gone: heldItems(14) },
  { source: 'catalog', before: 40, gone: heldItems(9) },
]);

/** The states a system can be in, each as an entity of its own. */
export const STATES: Record<string, SystemSummary> = {
  gorgias: systemSummary({
    pendingTasks: [
      {
        id: 'fix-failing',
        title: 'Fix 3 failing accounts',
        description: 'Each says why it fails and what to do about it.',
        adminOnly: false,
      },
    ],
  }),
  healthy: systemSummary({
    status: 'passing',
    checks: CHECK_IDS.map(id => check(id, Array(23).fill('passing'))),
  }),
  'not-connected': unconnectedSummary({
    connectMethods: ['oauth', 'api-key'],
  }),
  'api-key-only': unconnectedSummary({ connectMethods: ['api-key'] }),
  'connected-by-api-key': systemSummary({
    connection: connection({ method: 'api-key', scopes: [] }),
    earlyNews: {
      available: false,
      checkedAt: null,
      reason:
        'The Gorgias user may not read the event log. Connect as an admin.',
    },
  }),
  'read-only': unconnectedSummary(NO_RIGHTS),
  engineer: systemSummary({
    ...NO_RIGHTS,
    ownAccounts: [
      accountRow({
        ownTwoFactor: false,
        status: 'failing',
        verdicts: [
          verdict('user-identified'),
          verdict('mfa-enabled', {
            status: 'failing',
            ground: 'Sam Rivers can log in with a password alone.',
            remedy: 'Turn on two-factor authentication in Gorgias.',
            dueAt: minutesAgo(-60 * 24 * 7),
          }),
          verdict('access-valid'),
        ],
      }),
    ],
  }),
  people: systemSummary({
    offboarded: { active: 1, usedAfterLeaving: 1 },
    requestedExceptions: 1,
    accessRule: {
      spec: {
        type: 'org-roles',
        orgRoles: ['group:default/support', 'group:default/it'],
        gorgiasRoles: { 'group:default/support': ['agent', 'basic-agent'] },
        people: [
          {
            subject: 'user:default/noor.haddad',
            ticket: 'IT-7',
            until: minutesAgo(-60 * 24 * 30),
          },
        ],
      },
      revision: 3,
      updatedAt: minutesAgo(40),
      updatedBy: 'user:default/ivy.nakamura',
      reason: 'Noor helps out in December.',
      missingOrgRoles: [],
      missingPeople: [],
    },
    pendingTasks: [
      {
        id: 'look-into-use-after-leaving',
        title: 'Look into 1 person who logged in after leaving',
        description: 'Remove the account, and find out who it was.',
        adminOnly: false,
      },
      {
        id: 'decide-exceptions',
        title: 'Decide about 1 requested exception',
        description: 'Until then the verdicts keep failing.',
        adminOnly: true,
      },
    ],
  }),
  'first-sync': systemSummary({
    freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
    sync: syncState({
      current: syncRun({ outcome: 'running', finishedAt: undefined }),
      last: null,
    }),
  }),
  syncing: systemSummary({
    accounts: { active: 1_180, deactivated: 20, gone: 0 },
    sync: syncState({
      current: syncRun({ outcome: 'running', finishedAt: undefined }),
    }),
  }),
  failing: systemSummary({
    sync: syncState({
      last: syncRun({ outcome: 'failed', error: 'Gorgias answered 503.' }),
    }),
  }),
  'invalid-annotation': unconnectedSummary({ subdomain: null }),
  stale: systemSummary({
    status: 'stale',
    checks: CHECK_IDS.map(id => check(id, ['stale'])),
    freshness: {
      factsAt: minutesAgo(60 * 5),
      staleAfterSeconds: 7200,
      stale: true,
    },
    sync: syncState({
      last: syncRun({ outcome: 'failed', error: 'Gorgias answered 503.' }),
    }),
  }),
  'needs-reconnect': systemSummary({
    connection: connection({
      state: 'needs-reconnect',
      stateReason: 'Gorgias has withdrawn the access.',
    }),
  }),
  disconnected: systemSummary({
    connection: connection({ state: 'disconnected' }),
  }),
  held: systemSummary({
    sync: syncState({ held: massHeldRun, last: massHeldRun }),
    pendingTasks: [
      {
        id: 'review-held-run',
        title: 'Review the held sync',
        description: 'Until then the last complete read stays in force.',
        adminOnly: true,
      },
    ],
  }),
  stuck: systemSummary({
    sync: syncState({
      stuck: true,
      current: syncRun({ outcome: 'running', finishedAt: undefined }),
    }),
  }),
  warning: systemSummary({
    connection: connection({
      warning:
        'Helpdesk Admin is no longer an admin of the Gorgias account. Reconnect as an admin.',
    }),
    pendingTasks: [
      {
        id: 'mend-connection',
        title: 'Mend the connection',
        description: 'It still works, but soon may not.',
        adminOnly: true,
      },
    ],
  }),
  contradictory: systemSummary({
    contradictions: [
      contradiction(),
      contradiction({
        accountId: '8',
        eventType: 'user-created',
        text: 'The event log says that user 8 was created, but the list has no such account.',
      }),
    ],
    pendingTasks: [
      {
        id: 'look-into-contradictions',
        title: 'Look into contradictions',
        description: 'The event log and the list of Gorgias disagree.',
        adminOnly: false,
      },
    ],
  }),
};
