import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import { useFormats } from '../../hooks/useFormats';
import { TrendPoint } from './series';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    root: {
      padding: 'var(--bui-space-2)',
      background: 'var(--bui-bg-app)',
      border: '1px solid var(--bui-border-2)',
      borderRadius: 'var(--bui-radius-2)',
    },
  },
  { name: 'GorgiasTrendTooltip' },
);

/** What is under the pointer; the plot fills in the payload. */
export const TrendTooltip = (props: {
  statuses: VerdictStatus[];
  payload?: Array<{ payload?: TrendPoint }>;
}) => {
  const classes = useStyles();
  const { t } = useTexts();
  const formats = useFormats();
  const point = props.payload?.[0]?.payload;
  if (!point?.counts) {
    return null;
  }
  const { counts, day } = point;
  return (
    <div className={classes.root}>
      <Text as="p" variant="body-small" weight="bold">
        {formats.utcDay(day)}
      </Text>
      {props.statuses
        .filter(status => counts[status] > 0)
        .map(status => (
          <Text key={status} as="p" variant="body-small">
            {t(`counts.${status}`, { n: counts[status] })}
          </Text>
        ))}
    </div>
  );
};
