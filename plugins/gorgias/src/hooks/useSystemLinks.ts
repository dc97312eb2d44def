import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AccountFilter, HistoryFilter } from 'backstage-plugin-gorgias-common';
import { createContext, useContext } from 'react';
import { systemRouteRef } from '../routes';

/** The fragment of the address that leads to the contradictions. */
export const CONTRADICTIONS_ID = 'contradictions';

/** The fragment of the address that leads to the exceptions. */
export const EXCEPTIONS_ID = 'exceptions';

/** The fragment of the address that leads to the sync runs. */
export const SYNC_RUNS_ID = 'sync-runs';

/** Where the tabs of a system's page are. */
export interface SystemLinks {
  summary: string;
  /** Where the summary shows one sync run, or all of them. */
  syncRuns(runId?: string): string;
  /** The list of accounts, with one of them opened if its id is given. */
  accounts(filter?: AccountFilter & { account?: string }): string;
  people: string;
  /** The access reviews, or one of them. */
  reviews(reviewId?: string): string;
  manage: string;
  /** Where exceptions are decided about. */
  exceptions: string;
  evidence(filter?: Pick<HistoryFilter, 'kind' | 'checkId'>): string;
  /** Where the summary lists in what Gorgias contradicts itself. */
  contradictions: string;
}

/** Where the tabs of a system are, when they are shown elsewhere than on its page. */
export const SystemPlaceContext = createContext<
  { entityRef: string; path: string } | undefined
>(undefined);

function withQuery(path: string, params: object = {}): string {
  // An empty value counts: it asks for those that have none.
  const search = new URLSearchParams(
    Object.entries(params).filter(([, value]) => value !== undefined),
  ).toString();
  return `${path}${search && `?${search}`}`;
}

function linksAt(base: string): SystemLinks {
  return {
    summary: base,
    syncRuns: run => `${withQuery(base, { run })}#${SYNC_RUNS_ID}`,
    accounts: filter => withQuery(`${base}/accounts`, filter),
    people: `${base}/people`,
    reviews: id => `${base}/reviews${id ? `/${id}` : ''}`,
    manage: `${base}/manage`,
    exceptions: `${base}/manage#${EXCEPTIONS_ID}`,
    evidence: filter => withQuery(`${base}/evidence`, filter),
    contradictions: `${base}#${CONTRADICTIONS_ID}`,
  };
}

/** Gives, for an entity ref, the addresses of the tabs of its page. */
export function useSystemLinks(): (entityRef: string) => SystemLinks {
  const systemRoute = useRouteRef(systemRouteRef);
  const place = useContext(SystemPlaceContext);
  return entityRef => {
    if (place?.entityRef === entityRef) {
      return linksAt(place.path);
    }
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return linksAt(systemRoute({ kind, namespace, name }));
  };
}
