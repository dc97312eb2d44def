import { CHECK_IDS, SystemSummary } from 'backstage-plugin-gorgias-common';
import {
  check,
  connection,
  contradiction,
  heldItems,
  heldRun,
  minutesAgo,
  syncRun,
  syncState,
  systemSummary,
  unconnectedSummary,
} from '../src/__testUtils__/fixtures';

const massHeldRun = heldRun({ retries: 3 }, [
  { source: 'gorgias', before: 23, gone: heldItems(14) },
  { source: 'catalog', before: 40, gone: heldItems(9) },
]);

/** The states a system can be in, each as an entity of its own. */
export const STATES: Record<string, SystemSummary> = {
  gorgias: systemSummary(),
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
  'read-only': unconnectedSummary({ canManage: false }),
  'first-sync': systemSummary({
    freshness: { factsAt: null, staleAfterSeconds: 7200, stale: true },
    sync: syncState({
      current: syncRun({ outcome: 'running', finishedAt: undefined }),
      last: null,
    }),
  }),
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
