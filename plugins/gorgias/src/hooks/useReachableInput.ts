import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    control: {
      position: 'relative',
      // The element is styled inline, hence `!important`.
      '& > span:first-child': {
        position: 'absolute !important',
        inset: 0,
        width: '100% !important',
        height: '100% !important',
        margin: '0 !important',
        clip: 'auto !important',
        clipPath: 'none !important',
        opacity: 0,
      },
      '& > span:first-child > input': {
        width: '100%',
        height: '100%',
        margin: 0,
      },
    },
  },
  { name: 'GorgiasReachableInput' },
);

/**
 * A class for a `Checkbox` or `Radio` of `@backstage/ui`, which hide their
 * input in a single clipped pixel. With it the invisible input covers the
 * whole control, so that exploring by touch, and tools that drive the page,
 * find it where it is seen.
 */
export function useReachableInput(): string {
  return useStyles().control;
}
