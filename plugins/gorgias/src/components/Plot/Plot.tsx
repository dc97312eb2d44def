import { Button } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useState } from 'react';
import { PlotTable, PlotTableProps } from './PlotTable';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    figure: { margin: 0, minWidth: 0, breakInside: 'avoid' },
    // The size is kept while the plot is loaded, so that nothing jumps.
    plot: {
      width: '100%',
      // On paper the plot takes the width there is, whatever it was on screen.
      '@media print': {
        '& .recharts-responsive-container, & .recharts-wrapper, & svg': {
          width: '100% !important',
        },
      },
    },
    button: { '@media print': { display: 'none !important' } },
  },
  { name: 'GorgiasPlot' },
);

/** A plot with its numbers behind it: in a sentence for screen readers, and as a table for everybody. */
export const Plot = (props: {
  title: string;
  /** What the plot shows, in a sentence. */
  label: string;
  height: number;
  table: PlotTableProps['table'];
  children: ReactNode;
}) => {
  const { title, label, height, table } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const action = t(isOpen ? 'trends.hideTable' : 'trends.showTable');
  return (
    <figure className={classes.figure}>
      <div
        role="img"
        aria-label={label}
        className={classes.plot}
        style={{ height }}
      >
        {props.children}
      </div>
      <Button
        variant="tertiary"
        className={classes.button}
        aria-expanded={isOpen}
        aria-label={t('trends.tableOf', { action, title })}
        onPress={() => setOpen(!isOpen)}
      >
        {action}
      </Button>
      {isOpen && <PlotTable title={title} table={table} />}
    </figure>
  );
};
