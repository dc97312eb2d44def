import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      height: 2 * sidebarConfig.logoHeight,
      display: 'flex',
      alignItems: 'center',
      paddingLeft: 24,
    },
    link: {
      color: '#fff',
      fontSize: 20,
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
  },
  { name: 'AppSidebarLogo' },
);

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  const title = useApi(configApiRef).getOptionalString('app.title');
  const text = title ?? 'Backstage';

  return (
    <div className={classes.root}>
      <Link to="/" underline="none" className={classes.link} aria-label={text}>
        {isOpen ? text : text.charAt(0)}
      </Link>
    </div>
  );
};
