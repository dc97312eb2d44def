import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { SyncRun } from 'backstage-plugin-gorgias-common';
import { KeyboardEvent, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { OUTCOME_LOOKS } from './looks';
import { useRunText } from './useRunText';
import { useTexts } from '../../hooks/useTexts';

const LOWEST_PERCENT = 20;

const useStyles = makeStyles(
  {
    list: {
      display: 'flex',
      alignItems: 'flex-end',
      gap: 2,
      height: 72,
      listStyle: 'none',
      margin: 0,
      padding: 'var(--bui-space-1) 0',
    },
    item: {
      display: 'flex',
      alignItems: 'flex-end',
      flex: '1 1 0',
      minWidth: 2,
      maxWidth: 20,
      height: '100%',
    },
    // The whole height can be pointed at, however low the bar.
    run: {
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'flex-end',
      width: '100%',
      height: '100%',
      textDecoration: 'none',
      '&:focus-visible': {
        outline: '2px solid var(--bui-ring)',
        outlineOffset: 1,
      },
    },
    mark: {
      fontSize: 10,
      lineHeight: '12px',
      textAlign: 'center',
      overflow: 'hidden',
      color: 'var(--bui-fg-primary)',
    },
    bar: { width: '100%', printColorAdjust: 'exact' },
    // Two lines, whether or not anything is pointed at.
    detail: { minHeight: '3em' },
  },
  { name: 'GorgiasSyncStrip' },
);

/** The latest runs, a bar each, oldest first. They are one stop of the Tab key; the arrow keys go from one to the next. */
export const SyncStrip = (props: {
  /** Latest first. */
  runs: SyncRun[];
  hrefOf(runId: string): string;
}) => {
  const runs = [...props.runs].reverse();
  const classes = useStyles();
  const { t } = useTexts();
  const runText = useRunText();
  const list = useRef<HTMLOListElement>(null);
  const [pointedAt, setPointedAt] = useState<string>();
  const [reached, setReached] = useState<string>();
  const most = Math.max(1, ...runs.map(({ accounts }) => accounts));
  const stop = runs.some(({ id }) => id === reached)
    ? reached
    : runs[runs.length - 1]?.id;
  const shown = runs.find(({ id }) => id === pointedAt);

  const onKeyDown = (event: KeyboardEvent) => {
    const from = runs.findIndex(({ id }) => id === stop);
    const to = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      Home: 0,
      End: runs.length - 1,
    }[event.key];
    if (to !== undefined && runs[to]) {
      event.preventDefault();
      list.current?.querySelectorAll('a')[to].focus();
    }
  };

  return (
    <div>
      {/* The keys only go from one link to the next. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        ref={list}
        className={classes.list}
        aria-label={t('strip.title')}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setPointedAt(undefined)}
      >
        {runs.map(run => {
          const { fill, mark } = OUTCOME_LOOKS[run.outcome];
          const height = Math.max(LOWEST_PERCENT, (run.accounts / most) * 80);
          return (
            <li
              key={run.id}
              className={classes.item}
              onMouseEnter={() => setPointedAt(run.id)}
            >
              <Link
                to={props.hrefOf(run.id)}
                className={classes.run}
                aria-label={runText(run)}
                tabIndex={run.id === stop ? 0 : -1}
                onFocus={() => {
                  setReached(run.id);
                  setPointedAt(run.id);
                }}
                onBlur={() => setPointedAt(undefined)}
              >
                <span aria-hidden className={classes.mark}>
                  {mark}
                </span>
                <span
                  aria-hidden
                  className={classes.bar}
                  style={{ background: fill, height: `${height}%` }}
                />
              </Link>
            </li>
          );
        })}
      </ol>
      <Text
        as="p"
        variant="body-small"
        color="secondary"
        className={classes.detail}
        // Screen readers hear the name of the link.
        aria-hidden={Boolean(shown)}
      >
        {shown ? runText(shown) : `${t('strip.help')} ${t('strip.keys')}`}
      </Text>
    </div>
  );
};
