import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { AccountFilter } from 'backstage-plugin-gorgias-common';
import { systemRouteRef } from '../routes';

/** The fragment of the address that leads to the contradictions. */
export const CONTRADICTIONS_ID = 'contradictions';

/** The fragment of the address that leads to the exceptions. */
export const EXCEPTIONS_ID = 'exceptions';

/** Where the tabs of a system's page are. */
export interface SystemLinks {
  summary: string;
  accounts(filter?: AccountFilter): string;
  people: string;
  manage: string;
  /** Where exceptions are decided about. */
  exceptions: string;
  /** Where the summary lists in what Gorgias contradicts itself. */
  contradictions: string;
}

/** Gives, for an entity ref, the addresses of the tabs of its page. */
export function useSystemLinks(): (entityRef: string) => SystemLinks {
  const systemRoute = useRouteRef(systemRouteRef);
  return entityRef => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const base = systemRoute({ kind, namespace, name });
    return {
      summary: base,
      accounts: filter => {
        const search = new URLSearchParams({ ...filter }).toString();
        return `${base}/accounts${search && `?${search}`}`;
      },
      people: `${base}/people`,
      manage: `${base}/manage`,
      exceptions: `${base}/manage#${EXCEPTIONS_ID}`,
      contradictions: `${base}#${CONTRADICTIONS_ID}`,
    };
  };
}
