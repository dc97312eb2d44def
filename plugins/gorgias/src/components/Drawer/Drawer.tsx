import { Dialog, DialogBody, DialogHeader } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const WIDTH = 720;

const useStyles = makeStyles(
  {
    drawer: {
      position: 'fixed',
      top: 0,
      right: 0,
      bottom: 0,
      width: `min(${WIDTH}px, 100vw)`,
      maxWidth: 'none',
      height: 'auto',
      maxHeight: 'none',
      borderRadius: 0,
      '--dialog-border-radius': 0,
      // That of a dialog makes it grow out of the middle of the page.
      animation: 'none !important',
    },
  },
  { name: 'GorgiasDrawer' },
);

/**
 * A dialog at the right edge of the window, which leaves the list it was
 * opened from in view; on a narrow window it fills it. Labelling, holding the
 * focus, Escape and giving the focus back are those of the dialog of
 * `@backstage/ui`, which has no drawer.
 */
export const Drawer = (props: {
  title: string;
  children: ReactNode;
  onClose(): void;
}) => {
  const { title, children, onClose } = props;
  const classes = useStyles();
  return (
    <Dialog
      isOpen
      className={classes.drawer}
      onOpenChange={isOpen => !isOpen && onClose()}
    >
      <DialogHeader>{title}</DialogHeader>
      <DialogBody>{children}</DialogBody>
    </Dialog>
  );
};
