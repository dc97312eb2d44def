import { makeStyles } from '@material-ui/core/styles';
import { ReactNode, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { PAPER_COLORS } from './paperColors';

const useStyles = makeStyles(
  {
    '@global': {
      '@media print': {
        'body > *:not([data-gorgias-printable])': {
          display: 'none !important',
        },
      },
    },
    root: {
      display: 'none',
      '@media print': {
        display: 'block',
        background: '#fff',
        color: '#000',
        ...PAPER_COLORS,
      },
    },
  },
  { name: 'GorgiasPrintable' },
);

/** Prints its children and nothing else of the page, as soon as it is there. */
export const Printable = (props: {
  children: ReactNode;
  onPrinted(): void;
}) => {
  const classes = useStyles();
  const onPrinted = useRef(props.onPrinted);
  onPrinted.current = props.onPrinted;
  useEffect(() => {
    const over = () => onPrinted.current();
    window.addEventListener('afterprint', over);
    window.print();
    return () => window.removeEventListener('afterprint', over);
  }, []);
  return createPortal(
    <div data-gorgias-printable className={classes.root}>
      {props.children}
    </div>,
    document.body,
  );
};
