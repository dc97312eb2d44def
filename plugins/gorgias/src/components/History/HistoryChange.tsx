import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { HistoryEntry } from 'backstage-plugin-gorgias-common';
import { fieldName } from '../../fieldName';
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

/** A value of anything, so that two that differ look different. */
function inWords(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? JSON.stringify(value)
    : String(value);
}

/** Field by field, what was and what is. */
export const HistoryChange = ({ entry }: { entry: HistoryEntry }) => {
  const { before, after } = entry;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const text = (value: unknown) =>
    value === undefined || value === null
      ? t('changes.nothing')
      : inWords(value);
  const fields = new Set(Object.keys({ ...before, ...after }));
  const changed = [...fields].filter(
    field => text(before?.[field]) !== text(after?.[field]),
  );
  return (
    <ul className={classes.list}>
      {changed.map(field => (
        <li key={field}>
          <Text variant="body-small">
            {fieldName(field)}: {text(before?.[field])} → {text(after?.[field])}
          </Text>
        </li>
      ))}
    </ul>
  );
};
