import { useEffect, useRef } from 'react';

/** Reloads a list when what it was made from has changed, but not at first. */
export function useReloadOnChange(reload: () => void, version: string) {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) {
      seen.current = version;
      reload();
    }
  }, [reload, version]);
}
