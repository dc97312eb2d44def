import { AccountFilter, AccountOrder } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router-dom';
import {
  AccountQuery,
  readAccountQuery,
  writeAccountQuery,
} from './accountQuery';

/** How somebody came to where they are, so that going back leads there. */
interface Trail {
  /** Where the pages before this one begin; none for the first. */
  before?: Array<string | undefined>;
  /** Whether the account was opened from the list. */
  isFromList?: boolean;
}

/**
 * What of the list of accounts is shown, kept in the address: a link shows
 * what its sender saw, and going back shows what was there before.
 */
export function useAccountQuery() {
  const [params, setParams] = useSearchParams();
  const navigate = useNavigate();
  const trail: Trail = useLocation().state ?? {};
  const query = useMemo(() => readAccountQuery(params), [params]);
  const { filter, order, cursor } = query;

  const go = (
    next: AccountQuery,
    options: { replace?: boolean; state?: Trail } = {},
  ) => setParams(writeAccountQuery(next), options);

  return {
    ...query,
    isFiltered: Object.values(filter).some(value => value !== undefined),
    change: (part: AccountFilter) =>
      go(
        { filter: { ...filter, ...part }, order },
        // Who corrects what they search for does not want each try back.
        { replace: 'search' in part && filter.search !== undefined },
      ),
    clear: () => go({ filter: {}, order }),
    sortBy: (next: AccountOrder) => go({ filter, order: next }),
    nextPage: (next: string) =>
      go(
        { filter, order, cursor: next },
        { state: { before: [...(trail.before ?? []), cursor] } },
      ),
    previousPage: () =>
      go(
        // Who came by a link has no page before but the first.
        { filter, order, cursor: trail.before?.at(-1) },
        { state: { before: trail.before?.slice(0, -1) } },
      ),
    open: (account: string) =>
      go({ ...query, account }, { state: { ...trail, isFromList: true } }),
    /** Shows another account in the place of the one that is opened. */
    turnTo: (account: string) =>
      go({ ...query, account }, { replace: true, state: trail }),
    close: () =>
      trail.isFromList
        ? navigate(-1)
        : go({ ...query, account: undefined }, { replace: true }),
  };
}
