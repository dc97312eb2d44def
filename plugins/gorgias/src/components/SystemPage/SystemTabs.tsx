import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { useSystemLinks } from '../../hooks/useSystemLinks';
import { useSystemSummary } from '../../hooks/useSystemSummary';
import { isNotAllowed } from '../../isNotAllowed';
import { AccountsTab } from '../AccountsTab';
import { Evidence } from '../Evidence';
import { EvidenceTab } from '../EvidenceTab';
import { LoadError, LoadingLines } from '../LoadState';
import { ManageTab } from '../ManageTab';
import { PeopleTab } from '../PeopleTab';
import { ReviewsTab } from '../Reviews';
import { SummaryTab } from '../SummaryTab';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 10;
const PANELS = {
  summary: SummaryTab,
  accounts: AccountsTab,
  people: PeopleTab,
  reviews: ReviewsTab,
  manage: ManageTab,
  evidence: EvidenceTab,
} as const;
const TABS = Object.keys(PANELS) as Array<keyof typeof PANELS>;

const useStyles = makeStyles(
  {
    // On a narrow screen the tabs scroll, and not the page.
    tabs: {
      overflowX: 'auto',
      // What marks the tab that is shown stands out below.
      paddingBottom: 2,
      '@media print': { display: 'none' },
    },
  },
  { name: 'GorgiasSystemTabs' },
);

/** Everything there is to one system, a tab a part; the tab is part of the address. */
export const SystemTabs = ({
  state: { summary, error, refresh },
  entityRef,
}: {
  entityRef: string;
  state: ReturnType<typeof useSystemSummary>;
}) => {
  const params = useParams();
  const classes = useStyles();
  const { t } = useTexts();
  const links = useSystemLinks()(entityRef);
  const [first] = (params['*'] ?? '').split('/');
  const tab = TABS.find(id => id === first) ?? 'summary';
  const hrefs = {
    summary: links.summary,
    accounts: links.accounts(),
    people: links.people,
    reviews: links.reviews(),
    manage: links.manage,
    evidence: links.evidence(),
  };

  // An auditor may see the evidence of a system, and nothing else of it.
  if (!summary && isNotAllowed(error)) {
    return (
      <Flex direction="column" gap="4" py="4">
        <Evidence entityRef={entityRef} refusal={error} />
      </Flex>
    );
  }
  return (
    <>
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
          <div className={classes.tabs}>
            <TabList aria-label={t('system.tabs')}>
              {TABS.map(id => (
                <Tab key={id} id={id} href={hrefs[id]}>
                  {t(`system.${id}`)}
                </Tab>
              ))}
            </TabList>
          </div>
          {TABS.map(id => {
            const Panel = PANELS[id];
            return (
              <TabPanel key={id} id={id}>
                <Panel summary={summary} refresh={refresh} />
              </TabPanel>
            );
          })}
        </Tabs>
      )}
    </>
  );
};
