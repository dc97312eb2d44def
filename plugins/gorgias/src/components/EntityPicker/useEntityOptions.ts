import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/lib/useAsync';
import useDebounce from 'react-use/lib/useDebounce';
import {
  EntityOption,
  PickedKind,
  searchEntities,
  termOf,
} from './entityOptions';

const DEBOUNCE_MS = 250;

/** The entities that match what was typed, searched once typing has stopped; those found before stay until then. */
export function useEntityOptions(options: {
  kinds: readonly PickedKind[];
  text: string;
  /** Whether somebody looks at them: otherwise the catalog is left in peace. */
  isWanted: boolean;
}): { options: EntityOption[]; isLoading: boolean; error?: Error } {
  const { text, isWanted } = options;
  const catalogApi = useApi(catalogApiRef);
  const kinds = options.kinds.join();
  const wanted = termOf(text);
  const [term, setTerm] = useState(wanted);
  useDebounce(() => setTerm(wanted), DEBOUNCE_MS, [wanted]);
  const { value, loading, error } = useAsync(
    async () =>
      isWanted
        ? searchEntities(catalogApi, kinds.split(',') as PickedKind[], term)
        : [],
    [catalogApi, kinds, term, isWanted],
  );
  return {
    options: value ?? [],
    isLoading: loading || term !== wanted,
    error,
  };
}
