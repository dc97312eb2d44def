import { useApi } from '@backstage/core-plugin-api';
import { AccessRuleVersion } from 'backstage-plugin-gorgias-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import useAsyncFn from 'react-use/lib/useAsyncFn';
import { gorgiasApiRef } from '../../api';

const PAGE_SIZE = 10;

/** The versions of the access rule of a system, latest first, more of them when asked for; read anew when the rule has changed. */
export function useRuleVersions(options: {
  entityRef: string;
  revision: number;
  isWanted: boolean;
}) {
  const { entityRef, revision, isWanted } = options;
  const api = useApi(gorgiasApiRef);
  const [versions, setVersions] = useState<AccessRuleVersion[]>([]);
  const cursor = useRef<string>();
  const [{ loading, error }, read] = useAsyncFn(
    async (isFirst: boolean) => {
      const page = await api.listAccessRuleVersions(entityRef, {
        cursor: isFirst ? undefined : cursor.current,
        limit: PAGE_SIZE,
      });
      cursor.current = page.nextCursor;
      setVersions(known => [...(isFirst ? [] : known), ...page.items]);
    },
    [api, entityRef],
  );
  useEffect(() => {
    if (isWanted) {
      read(true);
    }
  }, [read, isWanted, revision]);

  const isEmpty = versions.length === 0;
  return {
    versions,
    isLoading: loading,
    error,
    hasMore: cursor.current !== undefined,
    readMore: useCallback(() => read(isEmpty), [read, isEmpty]),
  };
}
