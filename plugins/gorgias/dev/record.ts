import { HistoryEntry, HistoryKind } from 'backstage-plugin-gorgias-common';
import { minutesAgo } from '../src/__testUtils__/fixtures';
import { historyEntry } from '../src/__testUtils__/peopleFixtures';

const ADMIN = 'user:default/ivy.nakamura';
const KINDS: HistoryKind[] = ['verdict', 'account', 'identity', 'exception'];

const CHANGES: Readonly<Partial<Record<HistoryKind, Partial<HistoryEntry>>>> = {
  account: {
    checkId: undefined,
    before: { gorgiasRole: 'basic-agent' },
    after: { gorgiasRole: 'agent' },
  },
  identity: {
    checkId: undefined,
    by: ADMIN,
    before: null,
    after: { type: 'external', owner: 'group:default/support' },
  },
  exception: {
    checkId: 'mfa-enabled',
    by: ADMIN,
    before: { status: 'requested' },
    after: { status: 'approved' },
  },
};

/** What was recorded over some weeks. */
export function devRecord(): HistoryEntry[] {
  return Array.from({ length: 64 }, (_, index) => {
    const kind = KINDS[index % KINDS.length];
    return historyEntry({
      id: `entry-${64 - index}`,
      at: minutesAgo(60 + index * 700),
      kind,
      accountId: String(100 + (index % 21)),
      ...CHANGES[kind],
    });
  });
}
