import { useApi } from '@backstage/core-plugin-api';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gorgiasApiRef } from '../api';

const POLL_INTERVAL_MS = 10_000;
const POLL_INTERVAL_WHILE_SYNCING_MS = 2_000;

/** A system as last read, and what went wrong if the last reading failed. */
export interface SystemSummaryState {
  summary?: SystemSummary;
  error?: Error;
  /** Reads again now. */
  refresh(): Promise<void>;
}

/**
 * Keeps the summary of a system current: reads it again every ten seconds,
 * every two while a sync is running, and when the window gets the focus. What
 * was read last stays when a later reading fails, with the error beside it.
 */
export function useSystemSummary(entityRef: string): SystemSummaryState {
  const api = useApi(gorgiasApiRef);
  const [state, setState] = useState<Omit<SystemSummaryState, 'refresh'>>({});
  const latestRequest = useRef(0);
  const latestAnswer = useRef(0);

  const refresh = useCallback(async () => {
    latestRequest.current += 1;
    const request = latestRequest.current;
    const result = await api.getSystem(entityRef).then(
      summary => ({ summary }),
      (error: Error) => ({ error }),
    );
    // An answer that was overtaken by a newer one would show the past.
    if (request === latestRequest.current) {
      latestAnswer.current = request;
      setState(previous => ({
        ...('error' in result && { summary: previous.summary }),
        ...result,
      }));
    }
  }, [api, entityRef]);

  useEffect(() => {
    setState({});
    refresh();
    window.addEventListener('focus', refresh);
    return () => {
      latestRequest.current += 1;
      window.removeEventListener('focus', refresh);
    };
  }, [refresh]);

  const interval = state.summary?.sync.current
    ? POLL_INTERVAL_WHILE_SYNCING_MS
    : POLL_INTERVAL_MS;
  useEffect(() => {
    const timer = setInterval(() => {
      // Asking a slow backend again would overtake its answer for ever.
      if (latestAnswer.current === latestRequest.current) {
        refresh();
      }
    }, interval);
    return () => clearInterval(timer);
  }, [refresh, interval]);

  return { ...state, refresh };
}
