import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReviewProgress } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    bar: {
      display: 'flex',
      height: 12,
      borderRadius: 6,
      overflow: 'hidden',
      border: '1px solid var(--bui-border-2)',
    },
    // Told apart by pattern as well as by colour; the numbers stand below.
    keep: { backgroundColor: 'var(--bui-fg-success)' },
    changeRole: {
      background:
        'repeating-linear-gradient(45deg, var(--bui-fg-info) 0 4px, transparent 4px 8px)',
    },
    revoke: {
      background:
        'repeating-linear-gradient(90deg, var(--bui-fg-danger) 0 3px, transparent 3px 6px)',
    },
    waiting: { backgroundColor: 'transparent' },
    swatch: {
      display: 'inline-block',
      width: 12,
      height: 12,
      marginRight: 4,
      border: '1px solid var(--bui-border-2)',
    },
  },
  { name: 'GorgiasReviewProgressBar' },
);

/** How many accounts were judged, and how. */
export const ReviewProgressBar = ({
  progress,
}: {
  progress: ReviewProgress;
}) => {
  const { t } = useTexts();
  const classes = useStyles();
  const { total, decided, keep, changeRole, revoke } = progress;
  const parts = [
    ['keep', keep],
    ['changeRole', changeRole],
    ['revoke', revoke],
    ['waiting', total - decided],
  ] as const;
  return (
    <section aria-label={t('reviews.progressLabel')}>
      <Text as="p" weight="bold">
        {t('reviews.progress', { decided, total })}
      </Text>
      <div className={classes.bar} aria-hidden>
        {parts.map(([part, n]) => (
          <div key={part} className={classes[part]} style={{ flexGrow: n }} />
        ))}
      </div>
      <Flex gap="4" style={{ flexWrap: 'wrap' }}>
        {parts.map(([part, n]) => (
          <Text key={part}>
            <span
              className={`${classes.swatch} ${classes[part]}`}
              aria-hidden
            />
            {t(`reviews.decided.${part}`, { n })}
          </Text>
        ))}
      </Flex>
    </section>
  );
};
