import { ReviewItemFilter } from 'backstage-plugin-gorgias-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

const NAMES = ['reviewer', 'status', 'search', 'cursor'] as const;
const STATUSES = ['undecided', 'decided', 'follow-up'] as const;
/** In the address: that all are shown to somebody who sees only the own ones at first. */
const ANYBODY = 'anybody';

type Query = Partial<Record<(typeof NAMES)[number], string>>;

/**
 * Which accounts of a review are shown, kept in the address. Who is asked to
 * judge some sees these first.
 */
export function useReviewQuery({ isAsked }: { isAsked: boolean }) {
  const [params, setParams] = useSearchParams();
  const query = useMemo<Query>(
    () =>
      Object.fromEntries(
        NAMES.map(name => [name, params.get(name) || undefined]),
      ),
    [params],
  );
  const isFresh = NAMES.every(name => query[name] === undefined);
  const filter = useMemo<ReviewItemFilter>(() => {
    if (isFresh && isAsked) {
      return { reviewer: 'me', status: 'undecided' };
    }
    const { reviewer, search } = query;
    return {
      reviewer: reviewer === ANYBODY ? undefined : reviewer,
      status: STATUSES.find(status => status === query.status),
      search,
    };
  }, [query, isFresh, isAsked]);

  const show = (next: Query) =>
    setParams(
      Object.fromEntries(
        Object.entries(next).filter((entry): entry is [string, string] =>
          Boolean(entry[1]),
        ),
      ),
      { replace: true },
    );
  return {
    filter,
    cursor: query.cursor,
    change: (part: ReviewItemFilter) => {
      const next = { ...filter, ...part };
      show({ ...next, reviewer: next.reviewer ?? ANYBODY });
    },
    turnTo: (cursor: string | undefined) =>
      show({ ...filter, reviewer: filter.reviewer ?? ANYBODY, cursor }),
  };
}
