import { SyncRun } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { useLocale } from '../../hooks/useLocale';
import { runDuration } from './runDuration';
import { useTexts } from '../../hooks/useTexts';

/** Says in a sentence or two how a run went. */
export function useRunText(): (run: SyncRun) => string {
  const { t } = useTexts();
  const { moment } = useFormats();
  const locale = useLocale();
  return run => {
    const duration = runDuration(run, locale);
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
