import { TableSelection } from '@backstage/ui';
import { useState } from 'react';

/** Which of the rows that are shown are selected; those of other pages never are, so that nobody changes what they do not see. */
export function useSelection<T extends { id: string }>(
  shown: T[] = [],
): { selected: T[]; clear(): void; selection: TableSelection } {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const selected = shown.filter(({ id }) => keys.has(id));
  return {
    selected,
    clear: () => setKeys(new Set()),
    selection: {
      mode: 'multiple',
      behavior: 'toggle',
      selected: selected.map(({ id }) => id),
      onSelectionChange: chosen =>
        setKeys(
          new Set(
            chosen === 'all'
              ? shown.map(({ id }) => id)
              : [...chosen].map(String),
          ),
        ),
    },
  };
}
