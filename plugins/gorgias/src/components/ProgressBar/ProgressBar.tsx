import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    root: {
      height: 6,
      borderRadius: 3,
      backgroundColor: 'var(--bui-border-1)',
    },
    bar: {
      backgroundColor: 'var(--bui-accent-bg)',
      '@media (prefers-reduced-motion: reduce)': {
        animation: 'none',
        transition: 'none',
      },
    },
  },
  { name: 'GorgiasProgressBar' },
);

/** How far something has come or, without a share, that it goes on. */
export const ProgressBar = (props: {
  label: string;
  /** What screen readers say of how far it is. */
  text?: string;
  /** From 0 to 1. */
  share?: number;
}) => {
  const { label, text, share } = props;
  const classes = useStyles();
  return (
    <LinearProgress
      aria-label={label}
      aria-valuetext={text}
      classes={{ root: classes.root, bar: classes.bar }}
      {...(share !== undefined && {
        variant: 'determinate',
        value: Math.round(Math.min(share, 1) * 100),
      })}
    />
  );
};
