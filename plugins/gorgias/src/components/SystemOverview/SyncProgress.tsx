import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import LinearProgress from '@material-ui/core/LinearProgress';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

/** How far a running sync has come; Gorgias does not say how much there is. */
export const SyncProgress = ({ run }: { run: SyncRun }) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { pages, accounts } = run;
  return (
    <div>
      <Text as="p">
        {t('connection.syncing')}:{' '}
        {t('connection.progress', {
          count: pages,
          accounts: accounts,
        })}
      </Text>
      <LinearProgress aria-label={t('connection.syncing')} />
    </div>
  );
};
