import { makeStyles } from '@material-ui/core/styles';
import { useTableStyles } from './tableStyles';

/** The numbers of a plot, the name of each row first. */
export interface PlotTableProps {
  title: string;
  table: { columns: string[]; rows: string[][] };
}

const useStyles = makeStyles(
  {
    scroll: {
      maxHeight: 260,
      overflow: 'auto',
      '@media print': { maxHeight: 'none', overflow: 'visible' },
    },
  },
  { name: 'GorgiasPlotTable' },
);

/** The table behind a plot. */
export const PlotTable = ({ title, table }: PlotTableProps) => {
  const classes = useStyles();
  const tableClasses = useTableStyles();
  return (
    <div
      className={classes.scroll}
      // Whatever scrolls must be reachable by keyboard to be scrolled.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={title}
    >
      <table className={tableClasses.table}>
        <caption className={tableClasses.caption}>{title}</caption>
        <thead>
          <tr>
            {table.columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...values]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {values.map((value, index) => (
                <td key={table.columns[index + 1]}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
