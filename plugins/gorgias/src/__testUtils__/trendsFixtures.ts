import {
  AccessMatrix,
  CheckId,
  countStatuses,
  SyncRun,
  SystemTrends,
  VerdictStatus,
} from 'backstage-plugin-gorgias-common';
import { heldRun, minutesAgo, syncRun } from './fixtures';

const DAY_MINUTES = 24 * 60;
const DAY_SECONDS = DAY_MINUTES * 60;
const ACCOUNTS = 23;

/** So many with a status each, and the rest of all accounts passing. */
function counts(few: Partial<Record<VerdictStatus, number>>) {
  const others = Object.entries(few).flatMap(([status, n]) =>
    Array<VerdictStatus>(n).fill(status as VerdictStatus),
  );
  const rest = Math.max(ACCOUNTS - others.length, 0);
  return countStatuses([
    ...others,
    ...Array<VerdictStatus>(rest).fill('passing'),
  ]);
}

/** How the checks stood some days ago: what failed is cleared up bit by bit, and somebody leaves. */
function checksAt(daysAgo: number) {
  const isStale = daysAgo === 30;
  const status = (few: Parameters<typeof counts>[0]) =>
    counts(isStale ? { stale: ACCOUNTS } : few);
  const checks: Record<CheckId, ReturnType<typeof counts>> = {
    'user-identified': status({
      failing: 3 + Math.floor(daysAgo / 12),
      unknown: 2,
    }),
    'offboarded-access-removed': status({
      failing: daysAgo > 18 && daysAgo < 24 ? 1 : 0,
    }),
    'access-control-configured': countStatuses([
      daysAgo > 80 ? 'not-configured' : 'passing',
    ]),
    'mfa-enabled': status({
      failing: Math.floor(daysAgo / 20),
      exempt: daysAgo < 40 ? 2 : 0,
      unknown: 1,
    }),
    'access-valid': status(
      daysAgo > 80
        ? { 'not-configured': ACCOUNTS }
        : { failing: Math.floor(daysAgo / 25) },
    ),
  };
  return checks;
}

/** Ninety days, of which some are not known, and a few removals of access. */
export function trends(overrides: Partial<SystemTrends> = {}): SystemTrends {
  const days = Array.from({ length: 90 }, (_, index) => 89 - index)
    // Nothing was read while the connection was broken.
    .filter(daysAgo => daysAgo < 52 || daysAgo > 56)
    .map(daysAgo => ({
      day: minutesAgo(daysAgo * DAY_MINUTES).slice(0, 10),
      checks: checksAt(daysAgo),
    }));
  const revocations = [
    [71, 0.2],
    [64, 2.5],
    [41, 0.7],
    [18, 5.2],
    [9, 1.1],
    [3, 0.1],
  ].map(([daysAgo, tookDays]) => ({
    removedAt: minutesAgo(daysAgo * DAY_MINUTES),
    tookSeconds: Math.round(tookDays * DAY_SECONDS),
  }));
  return {
    days,
    timeToRevoke: {
      people: revocations.length,
      medianSeconds: Math.round(0.9 * DAY_SECONDS),
      worstSeconds: Math.round(5.2 * DAY_SECONDS),
    },
    revokeWithinDays: 1,
    revocations,
    ...overrides,
  };
}

/** Support has what it needs; somebody of Finance is an admin, which is too much. */
export function accessMatrix(): AccessMatrix {
  const cell = (
    line: number,
    gorgiasRole: string | null,
    accounts: number,
    failing = 0,
  ) => ({
    line,
    gorgiasRole,
    accounts,
    valid: countStatuses([
      ...Array<VerdictStatus>(failing).fill('failing'),
      ...Array<VerdictStatus>(accounts - failing).fill('passing'),
    ]),
  });
  return {
    lines: [
      {
        type: 'org-role',
        orgRole: 'group:default/support',
        title: 'Customer Support',
      },
      { type: 'org-role', orgRole: 'group:default/it', title: 'IT' },
      { type: 'org-role', orgRole: 'group:default/finance', title: 'Finance' },
      { type: 'no-org-role' },
      { type: 'offboarded' },
      { type: 'service-account' },
      { type: 'external' },
      { type: 'unidentified' },
    ],
    gorgiasRoles: ['admin', 'agent', 'basic-agent', 'observer-agent', null],
    cells: [
      cell(0, 'agent', 4),
      cell(0, 'basic-agent', 11),
      cell(0, 'observer-agent', 2),
      cell(1, 'admin', 2),
      cell(2, 'admin', 1, 1),
      cell(2, 'observer-agent', 3),
      cell(3, 'basic-agent', 1, 1),
      cell(4, 'basic-agent', 1, 1),
      cell(5, 'agent', 2),
      cell(6, 'basic-agent', 1),
      cell(7, 'basic-agent', 2, 2),
      cell(7, null, 1, 1),
    ],
  };
}

/** The syncs of the last hours, latest first: most are well, and what went wrong says why. */
export function syncRuns(): SyncRun[] {
  return Array.from({ length: 60 }, (_, index) => {
    const startedAt = minutesAgo(index * 15 + 3);
    const common = {
      id: `run-${60 - index}`,
      startedAt,
      finishedAt: minutesAgo(index * 15 + 2),
      accounts: ACCOUNTS - Math.floor(index / 12),
    };
    if (index === 7 || index === 8) {
      return syncRun({
        ...common,
        outcome: 'failed',
        accounts: 9,
        retries: 5,
        changes: undefined,
        error: 'Gorgias answered 503 five times.',
      });
    }
    if (index === 25) {
      const { held } = heldRun();
      return heldRun({
        ...common,
        accounts: 15,
        held: {
          ...held!,
          decision: 'discarded',
          decidedBy: 'user:default/ivy.nakamura',
          decidedAt: startedAt,
        },
      });
    }
    return syncRun({
      ...common,
      trigger: index % 20 === 4 ? 'event' : 'schedule',
    });
  });
}
