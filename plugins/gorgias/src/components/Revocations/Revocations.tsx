import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SystemTrends } from 'backstage-plugin-gorgias-common';
import { lazy, Suspense } from 'react';
import { useFormats } from '../../hooks/useFormats';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Plot } from '../Plot';
import { removalsOf } from './removals';

const RevocationPlot = lazy(() =>
  import('./RevocationPlot').then(m => ({ default: m.RevocationPlot })),
);

const HEIGHT = 160;

const useStyles = makeStyles(
  {
    parts: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))',
      gap: 'var(--bui-space-4)',
    },
  },
  { name: 'GorgiasRevocations' },
);

/** How long it took to remove the access of those who left, against the target. */
export const Revocations = ({ trends }: { trends: SystemTrends }) => {
  const { timeToRevoke, revokeWithinDays } = trends;
  const { people, medianSeconds, worstSeconds } = timeToRevoke;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const formats = useFormats();
  const removals = removalsOf(trends);
  const length = (seconds: number | null) =>
    seconds === null
      ? undefined
      : formats.length(seconds) || t('common.atOnce');
  const target = t('revoke.targetDays', { count: revokeWithinDays });

  return (
    <section aria-label={t('revoke.title')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('revoke.title')}
      </Text>
      <Text as="p" color="secondary">
        {t(people > 0 ? 'revoke.help' : 'revoke.none')}
      </Text>
      <div className={classes.parts}>
        {people > 0 && (
          <div>
            <DescriptionList
              items={[
                [t('revoke.people'), formats.number(people)],
                [t('revoke.median'), length(medianSeconds)],
                [t('revoke.worst'), length(worstSeconds)],
                [t('revoke.target'), target],
              ]}
            />
          </div>
        )}
        {removals.length > 0 && (
          <Plot
            title={t('revoke.plot')}
            label={t('revoke.plotLabel', {
              count: removals.length,
              late: removals.filter(({ isLate }) => isLate).length,
            })}
            height={HEIGHT}
            table={{
              columns: [
                t('revoke.removed'),
                t('revoke.took'),
                t('revoke.verdict'),
              ],
              rows: [...removals]
                .reverse()
                .map(({ removedAt, tookSeconds, isLate }) => [
                  formats.moment(removedAt),
                  length(tookSeconds)!,
                  t(isLate ? 'revoke.late' : 'revoke.inTime'),
                ]),
            }}
          >
            <Suspense fallback={null}>
              <RevocationPlot
                removals={removals}
                targetDays={revokeWithinDays}
                axisLabel={t('revoke.axis')}
                targetLabel={`${t('revoke.target')}: ${target}`}
                height={HEIGHT}
              />
            </Suspense>
          </Plot>
        )}
      </div>
    </section>
  );
};
