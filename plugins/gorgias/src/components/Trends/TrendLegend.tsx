import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  CHECK_IDS,
  SystemTrends,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { fillOf, opacityOf, PlotPatterns } from './patterns';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      listStyle: 'none',
      margin: 0,
      padding: 0,
    },
    item: {
      display: 'flex',
      alignItems: 'center',
      gap: 'var(--bui-space-1)',
    },
  },
  { name: 'GorgiasTrendLegend' },
);

/** Which fill stands for which status, of those that occur. */
export const TrendLegend = ({ trends }: { trends?: SystemTrends }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const statuses = VERDICT_STATUSES.filter(
    status =>
      status !== 'not-applicable' &&
      trends?.days.some(({ checks }) =>
        CHECK_IDS.some(id => checks[id][status] > 0),
      ),
  );
  return (
    <>
      <PlotPatterns />
      {statuses.length > 0 && (
        <ul className={classes.list} aria-label={t('trends.legend')}>
          {statuses.map(status => (
            <li key={status} className={classes.item}>
              <svg width={16} height={16} aria-hidden>
                <rect
                  width={16}
                  height={16}
                  fill={fillOf(status)}
                  fillOpacity={opacityOf(status)}
                />
              </svg>
              <Text variant="body-small">{t(`status.${status}`)}</Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
