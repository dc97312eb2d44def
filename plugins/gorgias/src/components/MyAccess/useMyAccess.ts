import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { AccountRow, GorgiasApi } from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { gorgiasApiRef } from '../../api';

/** A home page must not ask without end; a company with more of Gorgias than this is not known. */
export const MOST_SYSTEMS = 50;
const AT_ONCE = 5;

/** The accounts of whoever looks in one critical system. */
export interface MySystem {
  entityRef: string;
  title: string;
  accounts: AccountRow[];
}

/** Those of the critical systems in which whoever looks has an account. */
export function useMyAccess() {
  const api = useApi(gorgiasApiRef);
  return useAsyncRetry(async () => {
    const { items, nextCursor } = await api.listSystems({
      limit: MOST_SYSTEMS,
    });
    const refs = items
      .filter(({ entityExists }) => entityExists)
      .map(({ entityRef }) => entityRef);
    const systems: MySystem[] = [];
    for (let start = 0; start < refs.length; start += AT_ONCE) {
      const some = refs.slice(start, start + AT_ONCE);
      const read = await Promise.all(some.map(ref => readMine(api, ref)));
      systems.push(...read.filter(({ accounts }) => accounts.length > 0));
    }
    return {
      systems,
      seesAny: refs.length > 0,
      isCut: nextCursor !== undefined,
    };
  }, [api]);
}

async function readMine(api: GorgiasApi, entityRef: string): Promise<MySystem> {
  try {
    const { title, ownAccounts } = await api.getSystem(entityRef);
    return { entityRef, title, accounts: ownAccounts };
  } catch (error) {
    // Taken from the catalog since it was listed.
    if (ResponseError.is(error) && error.statusCode === 404) {
      return { entityRef, title: '', accounts: [] };
    }
    throw error;
  }
}
