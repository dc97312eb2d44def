import { RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Focuses an element when the fragment of the address names it: the router
 * changes the address without going where its fragment points.
 */
export function useHashFocus<E extends HTMLElement>(id: string): RefObject<E> {
  const element = useRef<E>(null);
  const { hash, key } = useLocation();
  useEffect(() => {
    if (hash === `#${id}`) {
      element.current?.focus();
    }
  }, [hash, key, id]);
  return element;
}
