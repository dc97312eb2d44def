import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { VerdictStatus } from 'backstage-plugin-gorgias-common';
import { fillOf, opacityOf, PlotPatterns } from './patterns';

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
  { name: 'GorgiasStatusLegend' },
);

/** Which fill stands for which status, with the patterns that the plot beside it is filled with. */
export const StatusLegend = (props: {
  label: string;
  statuses: readonly VerdictStatus[];
  textOf(status: VerdictStatus): string;
}) => {
  const { label, statuses, textOf } = props;
  const classes = useStyles();
  return (
    <>
      <PlotPatterns />
      {statuses.length > 0 && (
        <ul className={classes.list} aria-label={label}>
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
              <Text variant="body-small">{textOf(status)}</Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
