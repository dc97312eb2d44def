import { Flex, Skeleton, VisuallyHidden } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { CHECK_IDS } from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    check: {
      display: 'flex',
      flexDirection: 'column',
      gap: 'var(--bui-space-1)',
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
    },
  },
  { name: 'GorgiasOverviewSkeleton' },
);

/** As high as the overview of a system about which there is nothing special to say, so that nothing jumps when it comes. */
export const OverviewSkeleton = () => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <Flex direction="column" gap="4" role="status" aria-busy>
      <VisuallyHidden>{t('common.loading')}</VisuallyHidden>
      <Skeleton width="50%" height={32} />
      <Skeleton width="80%" height={20} />
      <div>
        {CHECK_IDS.map(id => (
          <div key={id} className={classes.check}>
            <Skeleton width="75%" height={20} />
            <Skeleton width="45%" height={16} />
          </div>
        ))}
      </div>
    </Flex>
  );
};
