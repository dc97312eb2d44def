import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { useSearchParams } from 'react-router-dom';
import { gorgiasApiRef } from '../../api';
import { useHashFocus } from '../../hooks/useHashFocus';
import { useReloadOnChange } from '../../hooks/useReloadOnChange';
import { SYNC_RUNS_ID, useSystemLinks } from '../../hooks/useSystemLinks';
import { SyncStrip } from '../SyncStrip';
import { ChosenRun } from './ChosenRun';
import { runsVersion } from './runsVersion';
import { SyncRunTable } from './SyncRunTable';
import { useTexts } from '../../hooks/useTexts';

const STRIP_RUNS = 60;

/** How reading went lately: at a glance, and run by run. */
export const SyncHistory = ({ summary }: { summary: SystemSummary }) => {
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { t } = useTexts();
  const links = useSystemLinks()(entityRef);
  const section = useHashFocus<HTMLElement>(SYNC_RUNS_ID);
  const [params] = useSearchParams();
  const chosenId = params.get('run');

  const { value, retry } = useAsyncRetry(
    () => api.listSyncRuns(entityRef, { limit: STRIP_RUNS }),
    [api, entityRef],
  );
  useReloadOnChange(retry, runsVersion(summary));
  const runs = value?.items;

  return (
    <section
      ref={section}
      id={SYNC_RUNS_ID}
      tabIndex={-1}
      aria-label={t('history.title')}
    >
      <Flex direction="column" gap="3">
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('history.title')}
        </Text>
        {runs && runs.length > 1 && (
          <SyncStrip runs={runs} hrefOf={links.syncRuns} />
        )}
        {chosenId && runs ? (
          <ChosenRun
            run={runs.find(({ id }) => id === chosenId)}
            allHref={links.syncRuns()}
          />
        ) : (
          <SyncRunTable summary={summary} />
        )}
      </Flex>
    </section>
  );
};
