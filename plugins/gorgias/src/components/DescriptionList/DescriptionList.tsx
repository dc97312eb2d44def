import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(8rem, max-content) 1fr',
      gap: 'var(--bui-space-1) var(--bui-space-4)',
      margin: 0,
      // Side by side, both would be too narrow to read.
      '@media (max-width: 30em)': {
        gridTemplateColumns: '1fr',
        '& > dd': { marginBottom: 'var(--bui-space-1)' },
      },
    },
    value: { margin: 0, overflowWrap: 'anywhere' },
  },
  { name: 'GorgiasDescriptionList' },
);

/** Names and values; those without a value are left out. */
export const DescriptionList = (props: {
  items: Array<[name: string, value: ReactNode]>;
}) => {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.items
        .filter(([, value]) => value !== undefined && value !== null)
        .map(([name, value]) => [
          <dt key={`${name}-name`}>
            <Text color="secondary">{name}</Text>
          </dt>,
          <dd key={`${name}-value`} className={classes.value}>
            <Text>{value}</Text>
          </dd>,
        ])}
    </dl>
  );
};
