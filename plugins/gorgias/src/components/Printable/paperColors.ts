import { makeStyles } from '@material-ui/core/styles';

/** Paper is white, whatever the theme on screen: without this the dark theme prints white on white. */
export const PAPER_COLORS = {
  '--bui-fg-primary': '#000',
  '--bui-fg-secondary': '#444',
  '--bui-fg-negative': '#c22e0f',
  '--bui-fg-announcement': '#0d74ce',
  '--bui-warning-fg-subdued': '#92310a',
  '--bui-positive-fg-subdued': '#116932',
  '--bui-bg-app': '#fff',
  '--bui-border-1': '#bbb',
  '--bui-border-2': '#777',
  printColorAdjust: 'exact',
} as const;

/** A class for what is printed from where it stands. */
export const usePaperColors = makeStyles(
  { paper: { '@media print': PAPER_COLORS } },
  { name: 'GorgiasPaperColors' },
);
