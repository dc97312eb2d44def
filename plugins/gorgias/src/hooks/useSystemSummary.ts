import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  gorgiasSignalChannel,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gorgiasApiRef } from '../api';
import { isNotAllowed } from '../isNotAllowed';

const POLL_INTERVAL_MS = 10_000;
const POLL_INTERVAL_WHILE_SYNCING_MS = 2_000;
/** With signals, reading unasked is only for the signals that got lost. */
const POLL_INTERVAL_WITH_SIGNALS_MS = 60_000;
/** One change often comes as several signals. */
const SIGNAL_PAUSE_MS = 500;

/** A system as last read, and what went wrong if the last reading failed. */
export interface SystemSummaryState {
  summary?: SystemSummary;
  error?: Error;
  /** Reads again now. */
  refresh(): Promise<void>;
}

function pollInterval(isSyncing: boolean, hasSignals: boolean, seen: boolean) {
  if (!hasSignals) {
    return isSyncing ? POLL_INTERVAL_WHILE_SYNCING_MS : POLL_INTERVAL_MS;
  }
  if (!isSyncing) {
    return POLL_INTERVAL_WITH_SIGNALS_MS;
  }
  // Until one has come, nobody knows whether the backend sends any.
  return seen ? POLL_INTERVAL_MS : POLL_INTERVAL_WHILE_SYNCING_MS;
}

/**
 * Keeps the summary of a system current: reads it again when a signal tells
 * of a change, now and then, and when the window gets the focus. Without the
 * signals plugin it reads every ten seconds, every two while a sync is
 * running. What was read last stays when a later reading fails, with the
 * error beside it. Somebody who may not see it does not ask again.
 */
export function useSystemSummary(entityRef: string): SystemSummaryState {
  const api = useApi(gorgiasApiRef);
  const [state, setState] = useState<Omit<SystemSummaryState, 'refresh'>>({});
  const latestRequest = useRef(0);
  const latestAnswer = useRef(0);
  const isOutdated = useRef(false);

  const refresh = useCallback(async (): Promise<void> => {
    latestRequest.current += 1;
    const request = latestRequest.current;
    isOutdated.current = false;
    const result = await api.getSystem(entityRef).then(
      summary => ({ summary }),
      (error: Error) => ({ error }),
    );
    // An answer that was overtaken by a newer one would show the past.
    if (request !== latestRequest.current) {
      return;
    }
    latestAnswer.current = request;
    setState(previous => ({
      ...('error' in result && { summary: previous.summary }),
      ...result,
    }));
    if (isOutdated.current) {
      await refresh();
    }
  }, [api, entityRef]);

  // Asking a slow backend again would overtake its answer for ever.
  const isWaiting = () => latestAnswer.current !== latestRequest.current;

  useEffect(() => {
    setState({});
    refresh();
    return () => {
      latestRequest.current += 1;
    };
  }, [refresh]);

  const isRefused = !state.summary && isNotAllowed(state.error);

  const { lastSignal, isSignalsAvailable } = useSignal(
    gorgiasSignalChannel(entityRef),
  );
  const signalTimer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => {
    if (lastSignal && !isRefused && !signalTimer.current) {
      signalTimer.current = setTimeout(() => {
        signalTimer.current = undefined;
        if (isWaiting()) {
          isOutdated.current = true;
        } else {
          refresh();
        }
      }, SIGNAL_PAUSE_MS);
    }
  }, [lastSignal, refresh, isRefused]);
  useEffect(
    () => () => {
      clearTimeout(signalTimer.current);
      signalTimer.current = undefined;
    },
    [refresh],
  );

  const interval = pollInterval(
    Boolean(state.summary?.sync.current),
    isSignalsAvailable,
    lastSignal !== null,
  );
  useEffect(() => {
    if (isRefused) {
      return undefined;
    }
    const timer = setInterval(() => {
      if (!isWaiting()) {
        refresh();
      }
    }, interval);
    window.addEventListener('focus', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
    };
  }, [refresh, interval, isRefused]);

  return { ...state, refresh };
}
