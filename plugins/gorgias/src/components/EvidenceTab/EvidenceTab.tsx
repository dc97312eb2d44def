import { Alert, Flex, Text } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { factsVersion } from '../../hooks/useFacts';
import { may } from '../../may';
import { ExportButton } from '../AccountsTab/ExportButton';
import { Evidence } from '../Evidence';
import { HistoryTable } from '../History';
import { EvidenceFilters } from './EvidenceFilters';
import { PrintButton } from './PrintButton';
import { RuleVersions } from './RuleVersions';
import { useEvidenceFilter } from './useEvidenceFilter';
import { useTexts } from '../../hooks/useTexts';

const ALL_ACCOUNTS = { filter: {}, order: {} };

const Recorded = ({ summary }: { summary: SystemSummary }) => {
  const { t } = useTexts();
  const state = useEvidenceFilter();
  return (
    <>
      <Text as="p" color="secondary">
        {t('evidence.help')}
      </Text>
      <section aria-label={t('changes.title')}>
        <Flex direction="column" gap="3">
          <Text as="h3" variant="title-x-small" weight="bold">
            {t('evidence.recorded')}
          </Text>
          <EvidenceFilters {...state} />
          <Flex gap="3" align="center" style={{ flexWrap: 'wrap' }}>
            <PrintButton
              summary={summary}
              query={state.query}
              filter={state.filter}
            />
            {may(summary, 'export') && (
              <ExportButton summary={summary} {...ALL_ACCOUNTS} />
            )}
          </Flex>
          <HistoryTable
            entityRef={summary.entityRef}
            filter={state.filter}
            version={factsVersion(summary)}
          />
        </Flex>
      </section>
      <RuleVersions summary={summary} />
    </>
  );
};

/** The evidence of a system and what was recorded of it, for those who have to show it to others. */
export const EvidenceTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary } = props;
  const { t } = useTexts();
  return (
    <Flex direction="column" gap="4" py="4">
      {may(summary, 'read-evidence') && (
        <Evidence entityRef={summary.entityRef} />
      )}
      {may(summary, 'read-accounts') ? (
        <Recorded summary={summary} />
      ) : (
        <Alert status="info" icon title={t('evidence.needs')} />
      )}
    </Flex>
  );
};
