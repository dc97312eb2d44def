import {
  CHECK_IDS,
  SystemTrends,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { StatusLegend } from './StatusLegend';

/** Which fill stands for which status, of those that occur. */
export const TrendLegend = ({ trends }: { trends?: SystemTrends }) => {
  const { t } = useTexts();
  const statuses = VERDICT_STATUSES.filter(
    status =>
      status !== 'not-applicable' &&
      trends?.days.some(({ checks }) =>
        CHECK_IDS.some(id => checks[id][status] > 0),
      ),
  );
  return (
    <StatusLegend
      label={t('trends.legend')}
      statuses={statuses}
      textOf={status => t(`status.${status}`)}
    />
  );
};
