import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { toastApiRef } from '@backstage/frontend-plugin-api';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { gorgiasApiRef } from '../api';
import { errorMessage } from '../errorMessage';
import { useTexts } from './useTexts';

const TOAST_TIMEOUT_MS = 8_000;

/** Why a decision about a held run did not count. */
export interface HeldRunProblem {
  message: string;
  /** The run no longer waits for a decision: somebody made one, or a newer run has come. */
  isReplaced: boolean;
}

/** What can be decided about a held run, and how that goes. */
export interface HeldRunDecision {
  busy?: 'accept' | 'discard';
  problem?: HeldRunProblem;
  forgetProblem(): void;
  accept(runId: string): Promise<void>;
  discard(runId: string): Promise<void>;
}

/**
 * Decides about a held run. What is shown is read again either way: after a
 * decision because it changes things, and after a refusal because somebody
 * else has changed them.
 */
export function useHeldRunDecision(options: {
  system: Pick<SystemSummary, 'entityRef' | 'title'>;
  refresh(): Promise<void>;
  onDone(): void;
}): HeldRunDecision {
  const { entityRef, title } = options.system;
  const { refresh, onDone } = options;
  const api = useApi(gorgiasApiRef);
  const toastApi = useApi(toastApiRef);
  const { t } = useTexts();
  const [busy, setBusy] = useState<HeldRunDecision['busy']>();
  const [problem, setProblem] = useState<HeldRunProblem>();

  const decide = async (
    decision: NonNullable<HeldRunDecision['busy']>,
    send: () => Promise<unknown>,
  ) => {
    setBusy(decision);
    setProblem(undefined);
    try {
      await send();
      toastApi.post({
        title: t(`actions.${decision}.done`, { title }),
        status: 'success',
        timeout: TOAST_TIMEOUT_MS,
      });
      await refresh();
      onDone();
    } catch (error) {
      await refresh();
      setProblem({
        message: errorMessage(error),
        isReplaced: ResponseError.is(error) && error.statusCode === 409,
      });
    } finally {
      setBusy(undefined);
    }
  };

  return {
    busy,
    problem,
    forgetProblem: () => setProblem(undefined),
    accept: runId =>
      decide('accept', () => api.acceptHeldRun(entityRef, runId)),
    discard: runId =>
      decide('discard', () => api.discardHeldRun(entityRef, runId)),
  };
}
