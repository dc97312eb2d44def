import { makeStyles } from '@material-ui/core/styles';

/** How a plain table looks, on screen and on paper. */
export const useTableStyles = makeStyles(
  {
    table: {
      borderCollapse: 'collapse',
      width: '100%',
      fontSize: 'var(--bui-font-size-2)',
      fontFamily: 'var(--bui-font-regular)',
      color: 'var(--bui-fg-primary)',
      '& th, & td': {
        padding: 'var(--bui-space-1) var(--bui-space-2)',
        textAlign: 'left',
        verticalAlign: 'top',
        borderBottom: '1px solid var(--bui-border-1)',
      },
      '& tr': { breakInside: 'avoid' },
    },
    caption: {
      textAlign: 'left',
      fontWeight: 'bold',
      padding: 'var(--bui-space-1) var(--bui-space-2)',
    },
  },
  { name: 'GorgiasPlainTable' },
);
