import {
  CHECK_IDS,
  HistoryFilter,
  HistoryKind,
} from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { endOfDay } from '../../dates';

/** What can be recorded. */
export const HISTORY_KINDS: readonly HistoryKind[] = [
  'verdict',
  'account',
  'identity',
  'access-rule',
  'exception',
  'staff',
  'revocation',
];

const NAMES = [
  'kind',
  'checkId',
  'accountId',
  'staffRef',
  'from',
  'to',
] as const;

/** What the address narrows the record to; the times are days. */
export type EvidenceQuery = Partial<Record<(typeof NAMES)[number], string>>;

function startOfDay(day: string): string | undefined {
  return DateTime.fromISO(day).startOf('day').toUTC().toISO() ?? undefined;
}

/** The filter of what was recorded, kept in the address so that a link shows what its sender saw. */
export function useEvidenceFilter() {
  const [params, setParams] = useSearchParams();
  const query = useMemo<EvidenceQuery>(
    () =>
      Object.fromEntries(
        NAMES.map(name => [name, params.get(name) || undefined]),
      ),
    [params],
  );
  const filter = useMemo<HistoryFilter>(
    () => ({
      kind: HISTORY_KINDS.find(kind => kind === query.kind),
      checkId: CHECK_IDS.find(id => id === query.checkId),
      accountId: query.accountId,
      staffRef: query.staffRef,
      from: query.from && startOfDay(query.from),
      to: query.to && endOfDay(query.to),
    }),
    [query],
  );
  const show = (next: EvidenceQuery) =>
    setParams(
      Object.fromEntries(
        Object.entries(next).filter((entry): entry is [string, string] =>
          Boolean(entry[1]),
        ),
      ),
      { replace: true },
    );

  return {
    query,
    filter,
    isFiltered: Object.values(query).some(Boolean),
    change: (part: EvidenceQuery) => show({ ...query, ...part }),
    clear: () => show({}),
  };
}
