import {
  AccountRow,
  EvidenceOverview,
  PopulationAccount,
} from 'backstage-plugin-gorgias-common';
import { aHead, anOverview } from '../src/__testUtils__/evidenceFixtures';
import { minutesAgo } from '../src/__testUtils__/fixtures';

const DAY_MINUTES = 24 * 60;

/** The evidence of 40 days. */
export function devEvidence(): EvidenceOverview {
  const lastAt = minutesAgo(20);
  return anOverview({
    knownSince: minutesAgo(40 * DAY_MINUTES),
    entries: [
      { kind: 'sync-run', count: 3840, lastAt },
      { kind: 'verdict', count: 64, lastAt },
      { kind: 'population-change', count: 21, lastAt },
    ],
    head: aHead({ signedAt: minutesAgo(35) }),
    unsigned: 3,
    exports: [
      {
        at: minutesAgo(2 * DAY_MINUTES),
        by: 'user:default/ivy.nakamura',
        what: 'evidence.zip',
        period: {
          from: minutesAgo(33 * DAY_MINUTES),
          to: minutesAgo(3 * DAY_MINUTES),
        },
      },
    ],
  });
}

/** The accounts there are, as if they had always been so. */
export function devPopulation(accounts: AccountRow[]): PopulationAccount[] {
  return accounts.flatMap(({ id, state, identity, verdicts, ...account }) =>
    state === 'gone'
      ? []
      : [
          {
            accountId: id,
            name: account.name,
            email: account.email,
            gorgiasRole: account.gorgiasRole,
            kind: account.kind,
            state,
            identity,
            verdicts: Object.fromEntries(
              verdicts.map(({ checkId, status, since }) => [
                checkId,
                { status, since },
              ]),
            ),
          },
        ],
  );
}
