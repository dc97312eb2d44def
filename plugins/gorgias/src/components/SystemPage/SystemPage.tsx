import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Link, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { rootRouteRef } from '../../routes';
import { gorgiasTranslationRef } from '../../translation';
import { AccountsTab } from '../AccountsTab';
import { LoadError, LoadingLines } from '../LoadState';
import { ManageTab } from '../ManageTab';
import { PeopleTab } from '../PeopleTab';
import { SummaryTab } from '../SummaryTab';

const EXPECTED_LINES = 10;
const TABS = ['summary', 'accounts', 'people', 'manage'] as const;

/** The page of one critical system; the tab is part of the address. */
export const SystemPage = () => {
  const params = useParams();
  const entityRef = stringifyEntityRef({
    kind: params.kind!,
    namespace: params.namespace!,
    name: params.name!,
  });
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const rootLink = useRouteRef(rootRouteRef);
  const links = useSystemLinks()(entityRef);
  const { summary, error, refresh } = useSystemSummary(entityRef);
  const tab = TABS.find(id => id === params['*']) ?? 'summary';

  return (
    <Flex direction="column" gap="3">
      <Link href={rootLink()}>{t('system.all')}</Link>
      <Flex justify="between" align="center">
        <Text as="h2" variant="title-medium" weight="bold">
          {summary?.title ?? params.name}
        </Text>
        <EntityRefLink entityRef={entityRef}>
          {t('system.entity')}
        </EntityRefLink>
      </Flex>
      {error && (
        <LoadError
          error={error}
          title={summary && t('common.refreshFailed')}
          onRetry={refresh}
        />
      )}
      {!summary && !error && <LoadingLines lines={EXPECTED_LINES} />}
      {summary && (
        <Tabs selectedKey={tab}>
          <TabList aria-label={t('system.tabs')}>
            <Tab id="summary" href={links.summary}>
              {t('system.summary')}
            </Tab>
            <Tab id="accounts" href={links.accounts()}>
              {t('system.accounts')}
            </Tab>
            <Tab id="people" href={links.people}>
              {t('system.people')}
            </Tab>
            <Tab id="manage" href={links.manage}>
              {t('system.manage')}
            </Tab>
          </TabList>
          <TabPanel id="summary">
            <SummaryTab summary={summary} refresh={refresh} />
          </TabPanel>
          <TabPanel id="accounts">
            <AccountsTab summary={summary} refresh={refresh} />
          </TabPanel>
          <TabPanel id="people">
            <PeopleTab summary={summary} refresh={refresh} />
          </TabPanel>
          <TabPanel id="manage">
            <ManageTab summary={summary} refresh={refresh} />
          </TabPanel>
        </Tabs>
      )}
    </Flex>
  );
};
