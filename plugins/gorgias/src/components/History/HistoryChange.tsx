import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  firstVerdicts,
  HistoryEntry,
  Message,
} from 'backstage-plugin-gorgias-common';
import { useFieldText } from '../../hooks/useFieldText';
import { useMessages } from '../../hooks/useMessages';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'GorgiasHistoryChange' },
);

const PARTS = /Parts$/;

/** Field by field, what was and what is; of first verdicts, each with its ground. */
export const HistoryChange = ({ entry }: { entry: HistoryEntry }) => {
  const { before, after } = entry;
  const classes = useStyles();
  const { t } = useTexts();
  const words = useFieldText();
  const { say } = useMessages();
  const text = (state: HistoryEntry['before'], field: string) => {
    const value = state?.[field];
    return value === undefined || value === null
      ? t('changes.nothing')
      : say(state?.[`${field}Parts`] as Message[] | undefined) ??
          words.value(field, value);
  };
  const first = firstVerdicts(entry);
  if (first.length > 0) {
    return (
      <ul className={classes.list}>
        {first.map(({ checkId, status, ground, groundParts }) => (
          <li key={checkId}>
            <Text variant="body-small">
              {t(`messages.checkTitles.${checkId}`)}: {t(`status.${status}`)}.{' '}
              {say(groundParts) ?? ground}
            </Text>
          </li>
        ))}
      </ul>
    );
  }
  const fields = new Set(Object.keys({ ...before, ...after }));
  const changed = [...fields].filter(
    field =>
      !PARTS.test(field) &&
      JSON.stringify(before?.[field] ?? null) !==
        JSON.stringify(after?.[field] ?? null),
  );
  return (
    <ul className={classes.list}>
      {changed.map(field => (
        <li key={field}>
          <Text variant="body-small">
            {words.name(field)}: {text(before, field)} → {text(after, field)}
          </Text>
        </li>
      ))}
    </ul>
  );
};
