import { useApi } from '@backstage/core-plugin-api';
import { HistoryEntry, HistoryFilter } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../../api';

const PAGE_SIZE = 100;
/** What nobody would read on paper; the filter makes it less. */
const MOST_ENTRIES = 2_000;

/** What is printed, and how many entries there are in all. */
export interface Printout {
  entries: HistoryEntry[];
  all: number;
}

/** Collects all that a filter lets through, which a page on screen does not show. */
export function usePrintout(entityRef: string, filter: HistoryFilter) {
  const api = useApi(gorgiasApiRef);
  const [collected, setCollected] = useState<number>();
  const [printout, setPrintout] = useState<Printout>();

  return {
    /** How many entries there are so far, while they are collected. */
    collected,
    printout,
    collect: async () => {
      const entries: HistoryEntry[] = [];
      let all = 0;
      let cursor: string | undefined;
      setCollected(0);
      try {
        do {
          const page = await api.listHistory(entityRef, {
            ...filter,
            limit: PAGE_SIZE,
            cursor,
          });
          entries.push(...page.items);
          all = page.totalItems;
          cursor = page.nextCursor;
          setCollected(entries.length);
        } while (cursor && entries.length < MOST_ENTRIES);
        setPrintout({ entries, all });
      } finally {
        setCollected(undefined);
      }
    },
    forget: () => setPrintout(undefined),
  };
}
