import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  CONNECT_ERROR_MESSAGES,
  ConnectErrorCode,
  ConnectMessage,
} from 'backstage-plugin-gorgias-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { gorgiasApiRef } from '../api';
import { errorMessage } from '../errorMessage';

const POLL_INTERVAL_MS = 2_000;
/**
 * Log-in pages may cut the tie to the window that opened them; the pop-up
 * then looks closed although it is not. So closing never ends an attempt, and
 * is told only after some polls have found no end either.
 */
const POLLS_BEFORE_CLOSED = 3;
const POPUP_FEATURES = 'popup,width=640,height=800';

/** How far connecting has come. */
export type ConnectState =
  | { step: 'instructions' }
  | { step: 'account'; problem?: ConnectProblem }
  | { step: 'starting' }
  | { step: 'waiting'; windowClosed: boolean }
  | { step: 'failed'; message: string; code?: ConnectErrorCode }
  | { step: 'succeeded' };

/** Why a pop-up could not be sent to Gorgias. */
export type ConnectProblem =
  | { type: 'popup-blocked' }
  | { type: 'refused'; message: string };

/** The steps of connecting, and the way between them. */
export interface Connect {
  state: ConnectState;
  /** Goes to the step where the account is entered, also for another try. */
  enterAccount(): void;
  /** Goes back to the instructions. */
  showInstructions(): void;
  /** Opens the Gorgias window; must be called by a click, or browsers block it. */
  start(subdomain: string): Promise<void>;
  showWindow(): void;
  /** Gives up the attempt and closes the Gorgias window. */
  cancel(): void;
}

interface Attempt {
  popup: Window;
  sessionId?: string;
  backendOrigin?: string;
}

/**
 * Connects an entity to a Gorgias account through a pop-up. The end is always
 * read from the backend; the message of the pop-up only makes it be read at
 * once.
 */
export function useConnect(options: {
  entityRef: string;
  onConnected(): void;
}): Connect {
  const { entityRef } = options;
  const api = useApi(gorgiasApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const [state, setState] = useState<ConnectState>({ step: 'instructions' });
  const attempt = useRef<Attempt>();
  const onConnected = useRef(options.onConnected);
  onConnected.current = options.onConnected;

  /** Ends an attempt, so that whatever still comes in for it is ignored. */
  const end = useCallback((next?: ConnectState) => {
    attempt.current?.popup.close();
    attempt.current = undefined;
    if (next) {
      setState(next);
    }
  }, []);

  useEffect(() => end, [end]);

  const checkSession = useCallback(async () => {
    const current = attempt.current;
    if (!current?.sessionId) {
      return;
    }
    try {
      const session = await api.getConnectionSession(current.sessionId);
      if (attempt.current !== current) {
        return;
      }
      if (session.status === 'succeeded') {
        end({ step: 'succeeded' });
        onConnected.current();
      } else if (session.status === 'failed') {
        const code = session.errorCode ?? 'internal';
        end({ step: 'failed', message: CONNECT_ERROR_MESSAGES[code], code });
      }
    } catch (error) {
      // A session that is gone stays gone; anything else may pass by itself.
      const isGone = ResponseError.is(error) && error.statusCode === 404;
      if (attempt.current === current && isGone) {
        end({ step: 'failed', message: errorMessage(error) });
      }
    }
  }, [api, end]);

  const isWaiting = state.step === 'waiting';
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    let pollsSinceClosed = 0;
    const timer = setInterval(async () => {
      pollsSinceClosed = attempt.current?.popup.closed
        ? pollsSinceClosed + 1
        : 0;
      const windowClosed = pollsSinceClosed > POLLS_BEFORE_CLOSED;
      setState(previous =>
        previous.step === 'waiting' && previous.windowClosed !== windowClosed
          ? { step: 'waiting', windowClosed }
          : previous,
      );
      await checkSession();
    }, POLL_INTERVAL_MS);

    const onMessage = ({ source, origin, data }: MessageEvent) => {
      const message = data as Partial<ConnectMessage> | null;
      if (
        attempt.current &&
        source === attempt.current.popup &&
        origin === attempt.current.backendOrigin &&
        message?.type === 'gorgias-oauth' &&
        message.sessionId === attempt.current.sessionId
      ) {
        checkSession();
      }
    };
    window.addEventListener('message', onMessage);
    return () => {
      clearInterval(timer);
      window.removeEventListener('message', onMessage);
    };
  }, [isWaiting, checkSession]);

  const start = async (subdomain: string) => {
    end();
    // Before anything is awaited: browsers allow pop-ups only during a click.
    const popup = window.open('about:blank', 'gorgias-connect', POPUP_FEATURES);
    if (!popup) {
      setState({ step: 'account', problem: { type: 'popup-blocked' } });
      return;
    }
    const current: Attempt = { popup };
    attempt.current = current;
    setState({ step: 'starting' });
    try {
      const [session, backendUrl] = await Promise.all([
        api.startConnection({ entityRef, subdomain }),
        discoveryApi.getBaseUrl('gorgias'),
      ]);
      if (attempt.current !== current) {
        return;
      }
      current.sessionId = session.sessionId;
      current.backendOrigin = new URL(backendUrl).origin;
      popup.location.href = session.authorizeUrl;
      setState({ step: 'waiting', windowClosed: false });
    } catch (error) {
      if (attempt.current === current) {
        const message = errorMessage(error);
        end({ step: 'account', problem: { type: 'refused', message } });
      }
    }
  };

  return {
    state,
    start,
    enterAccount: () => end({ step: 'account' }),
    showInstructions: () => end({ step: 'instructions' }),
    showWindow: () => attempt.current?.popup.focus(),
    cancel: () => end({ step: 'account' }),
  };
}
