import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { HistoryEntry, Message } from 'backstage-plugin-gorgias-common';
import { useFieldText } from '../../hooks/useFieldText';
import { useMessages } from '../../hooks/useMessages';
import { gorgiasTranslationRef } from '../../translation';

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

/** Field by field, what was and what is. */
export const HistoryChange = ({ entry }: { entry: HistoryEntry }) => {
  const { before, after } = entry;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const words = useFieldText();
  const { say } = useMessages();
  const text = (state: HistoryEntry['before'], field: string) => {
    const value = state?.[field];
    return value === undefined || value === null
      ? t('changes.nothing')
      : say(state?.[`${field}Parts`] as Message[] | undefined) ??
          words.value(field, value);
  };
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
