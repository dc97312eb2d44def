import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';
import { runDuration } from './runDuration';

/** Says in a sentence or two how a run went. */
export function useRunText(): (run: SyncRun) => string {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { moment } = useFormats();
  return run => {
    const duration = runDuration(run);
    const parts = {
      outcome: t(`history.outcome.${run.outcome}`),
      when: moment(run.startedAt),
      read: t('history.read', { count: run.pages, accounts: run.accounts }),
    };
    const text = duration
      ? t('strip.runTook', { ...parts, duration })
      : t('strip.run', parts);
    return run.error ? `${text} ${run.error}` : text;
  };
}
