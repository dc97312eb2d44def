import {
  FactRetriever,
  TechInsightFact,
} from '@backstage-community/plugin-tech-insights-node';
import {
  CHECK_IDS,
  CHECK_TITLES,
  CheckId,
  SystemListItem,
} from 'backstage-plugin-gorgias-common';

/** How the names of a check's facts begin. They are in configurations of scorecards, so they stay. */
const PREFIXES: Readonly<Record<CheckId, string>> = {
  'user-identified': 'userIdentified',
  'offboarded-access-removed': 'offboardedAccessRemoved',
  'access-control-configured': 'accessControlConfigured',
  'mfa-enabled': 'mfaEnabled',
  'access-valid': 'accessValid',
};

const statusFact = (check: CheckId) => `${PREFIXES[check]}Status`;
const failingFact = (check: CheckId) => `${PREFIXES[check]}Failing`;

/** The one check that judges the system has no accounts to count. */
const countsAccounts = (check: CheckId) =>
  check !== 'access-control-configured';

/** What the facts are. A change of them needs a new version of the retriever. */
export const factSchema: FactRetriever['schema'] = {
  accessStatus: {
    type: 'string',
    description: 'The worst status of the five checks',
  },
  accessAllPassing: {
    type: 'boolean',
    description:
      'Whether every check that has something to judge passes; unknown, stale, exempt and not configured are not passing',
  },
  failingAccounts: {
    type: 'integer',
    description:
      'How many accounts fail at least one check; not there while that is not known',
  },
  factsReadAt: {
    type: 'datetime',
    description:
      'When Gorgias was last read completely; not there before the first time',
  },
  factsStale: {
    type: 'boolean',
    description: 'Whether that is longer ago than allowed',
  },
  connectionState: {
    type: 'string',
    description: 'Whether Gorgias is connected',
  },
  pendingTasks: {
    type: 'integer',
    description: 'How many things are left to do on the critical system',
  },
  ...Object.fromEntries(
    CHECK_IDS.map(check => [
      statusFact(check),
      { type: 'string', description: `Status of: ${CHECK_TITLES[check]}` },
    ]),
  ),
  ...Object.fromEntries(
    CHECK_IDS.filter(countsAccounts).map(check => [
      failingFact(check),
      {
        type: 'integer',
        description: `How many accounts fail: ${CHECK_TITLES[check]}`,
      },
    ]),
  ),
};

/**
 * The facts of one critical system. How many accounts fail is left out while
 * it isn't known: stale verdicts would count as none.
 */
export function factsOf(
  system: SystemListItem,
  failingAccounts: number,
): TechInsightFact['facts'] {
  const { factsAt, stale } = system.freshness;
  return {
    accessStatus: system.status,
    // The worst of all is passing only if no check has anything worse.
    accessAllPassing: system.status === 'passing',
    factsStale: stale,
    connectionState: system.connectionState,
    pendingTasks: system.pendingTasks,
    ...Object.fromEntries(
      system.checks.map(({ checkId, status }) => [statusFact(checkId), status]),
    ),
    ...(factsAt && { factsReadAt: factsAt }),
    ...(factsAt && !stale && { failingAccounts, ...failingByCheck(system) }),
  };
}

function failingByCheck({ checks }: SystemListItem): Record<string, number> {
  return Object.fromEntries(
    checks
      .filter(({ checkId }) => countsAccounts(checkId))
      .map(({ checkId, counts }) => [failingFact(checkId), counts.failing]),
  );
}
