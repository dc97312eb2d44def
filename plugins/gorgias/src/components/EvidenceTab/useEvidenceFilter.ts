import {
  CHECK_IDS,
  HistoryFilter,
  HistoryKind,
} from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { endOfDay, startOfDay } from '../../dates';
import { useQueryParams } from '../../hooks/useQueryParams';

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

/** The filter of what was recorded, kept in the address so that a link shows what its sender saw. */
export function useEvidenceFilter() {
  const { query, change, clear } = useQueryParams(NAMES);
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
  return {
    query,
    filter,
    isFiltered: Object.values(query).some(Boolean),
    change,
    clear,
  };
}
