import { useApi } from '@backstage/core-plugin-api';
import { Flex } from '@backstage/ui';
import { SystemSummary } from 'backstage-plugin-gorgias-common';
import { gorgiasApiRef } from '../../api';
import { useFacts } from '../../hooks/useFacts';
import { may } from '../../may';
import { AccessMatrixSection } from '../AccessMatrix';
import { LoadError } from '../LoadState';
import { usePaperColors } from '../Printable';
import { Revocations } from '../Revocations';
import { SystemOverview } from '../SystemOverview';
import { CheckTrend, TREND_DAYS, TrendLegend } from '../Trends';
import { Contradictions } from './Contradictions';
import { SyncHistory } from './SyncHistory';

/** How a system stands, how it came to that, and how reading it went lately. */
export const SummaryTab = (props: {
  summary: SystemSummary;
  refresh(): Promise<void>;
}) => {
  const { summary } = props;
  const { entityRef } = summary;
  const api = useApi(gorgiasApiRef);
  const { paper } = usePaperColors();
  const trends = useFacts(() => api.getTrends(entityRef, TREND_DAYS), summary);
  return (
    <Flex direction="column" gap="6" py="4" className={paper}>
      <SystemOverview
        {...props}
        renderMore={checkId =>
          // Without an answer there is one place that says so, not five.
          (trends.value || !trends.error) && (
            <CheckTrend checkId={checkId} trends={trends.value} />
          )
        }
      />
      {trends.error && (
        <LoadError error={trends.error} onRetry={trends.retry} />
      )}
      <TrendLegend trends={trends.value} />
      <Contradictions summary={summary} />
      {trends.value && <Revocations trends={trends.value} />}
      {may(summary, 'read-accounts') && (
        <AccessMatrixSection summary={summary} />
      )}
      <SyncHistory summary={summary} />
    </Flex>
  );
};
