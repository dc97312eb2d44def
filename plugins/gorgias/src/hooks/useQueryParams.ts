import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/**
 * Parts of the address, so that a link shows what its sender saw. Other parts
 * stay as they are. The names have to be the same each time.
 */
export function useQueryParams<Name extends string>(names: readonly Name[]) {
  type Query = Partial<Record<Name, string>>;
  const [params, setParams] = useSearchParams();
  const query = useMemo(
    () =>
      Object.fromEntries(
        names.map(name => [name, params.get(name) || undefined]),
      ) as Query,
    [names, params],
  );
  const change = (part: Query) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(part)) {
          if (value) {
            next.set(name, String(value));
          } else {
            next.delete(name);
          }
        }
        return next;
      },
      { replace: true },
    );
  return {
    query,
    change,
    clear: () =>
      change(Object.fromEntries(names.map(name => [name, undefined])) as Query),
  };
}
