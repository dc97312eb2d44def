import { Table, TableItem, TablePagination, TableProps } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    region: {
      overflowX: 'auto',
      // Only the region scrolls, so that the arrow keys move what it holds.
      '& .bui-TableResizableContainer, & .bui-TableScrollContainer': {
        overflow: 'visible',
      },
      '&:focus-visible': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: 2,
      },
    },
  },
  { name: 'GorgiasScrollTable' },
);

/**
 * A table that is wider than a narrow or enlarged window: it scrolls in a
 * region of its own, that the keyboard reaches and that has a name, and never
 * the page. What pages it stays in view.
 */
export const ScrollTable = <T extends TableItem>(
  props: TableProps<T> & { label: string },
) => {
  const { label, pagination, ...table } = props;
  const classes = useStyles();
  return (
    <div>
      <div
        role="region"
        aria-label={label}
        // What scrolls has to be reachable without a mouse.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={classes.region}
      >
        <Table {...table} pagination={{ type: 'none' }} />
      </div>
      {pagination.type === 'page' && (
        <TablePagination
          {...pagination}
          pageSizeOptions={pagination.pageSizeOptions ?? []}
        />
      )}
    </div>
  );
};
