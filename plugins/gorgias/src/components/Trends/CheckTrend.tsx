import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton, Text } from '@backstage/ui';
import { CheckId, SystemTrends } from 'backstage-plugin-gorgias-common';
import { DateTime } from 'luxon';
import { lazy, Suspense, useMemo } from 'react';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';
import { Plot } from '../Plot';
import { failingInShort, plottedStatuses, trendPoints } from './series';

const TrendPlot = lazy(() =>
  import('./TrendPlot').then(m => ({ default: m.TrendPlot })),
);

const HEIGHT = 120;

/** How one check stood over time: what has changed in a line, and the days as a plot. */
export const CheckTrend = (props: {
  checkId: CheckId;
  /** Not given while it is loaded. */
  trends?: SystemTrends;
}) => {
  const { checkId, trends } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { number, utcDay } = useFormats();
  const points = useMemo(
    () => trends && trendPoints(trends.days, checkId, DateTime.now()),
    [trends, checkId],
  );
  if (!points) {
    return <Skeleton width="100%" height={HEIGHT} />;
  }
  const short = failingInShort(points);
  if (!short) {
    return (
      <Text as="p" variant="body-small" color="secondary">
        {t('trends.nothing')}
      </Text>
    );
  }
  const statuses = plottedStatuses(points);
  const now = short.last.counts.failing;
  const label = [
    t('trends.plotLabel', {
      check: t(`messages.checkTitles.${checkId}`),
      from: utcDay(short.first.day),
      to: utcDay(short.last.day),
      least: short.least,
      most: short.most,
      now,
    }),
    ...(short.gaps > 0 ? [t('trends.gaps', { count: short.gaps })] : []),
  ].join(' ');

  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {t('trends.since', {
          now,
          before: short.first.counts.failing,
          day: utcDay(short.first.day),
        })}
      </Text>
      <Plot
        title={t(`messages.checkTitles.${checkId}`)}
        label={label}
        height={HEIGHT}
        table={{
          columns: [
            t('trends.day'),
            ...statuses.map(status => t(`status.${status}`)),
          ],
          rows: points
            .filter(({ counts }) => counts)
            .reverse()
            .map(({ day, counts }) => [
              utcDay(day),
              ...statuses.map(status => number(counts![status])),
            ]),
        }}
      >
        <Suspense fallback={null}>
          <TrendPlot points={points} statuses={statuses} height={HEIGHT} />
        </Suspense>
      </Plot>
    </div>
  );
};
