import { Flex, SearchField, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { HeldItem, MassChange } from 'backstage-plugin-gorgias-common';
import { useState } from 'react';
import { useChangeText } from './useChangeText';
import { useTexts } from '../../hooks/useTexts';

/** A list that can be taken in at a glance needs no search. */
const SEARCH_ABOVE = 10;

const useStyles = makeStyles(
  {
    scroll: {
      maxHeight: 220,
      overflowY: 'auto',
      border: '1px solid var(--bui-border-1)',
      borderRadius: 'var(--bui-radius-2)',
      padding: 'var(--bui-space-2) var(--bui-space-3)',
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: { padding: 'var(--bui-space-1) 0', overflowWrap: 'anywhere' },
  },
  { name: 'GorgiasHeldChange' },
);

function matches({ name, email, ref }: HeldItem, search: string): boolean {
  return [name, email, ref]
    .join('\n')
    .toLowerCase()
    .includes(search.trim().toLowerCase());
}

const Person = ({ item }: { item: HeldItem }) => {
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <li className={classes.item}>
      <Text as="p">{item.name || t('held.nameless')}</Text>
      <Text as="p" variant="body-small" color="secondary">
        {[item.email, item.ref].filter(Boolean).join(' · ')}
      </Text>
    </li>
  );
};

/** How many would be gone in one place, and everybody who would be. */
export const HeldChange = ({ change }: { change: MassChange }) => {
  const isGorgias = change.source === 'gorgias';
  const classes = useStyles();
  const { t } = useTexts();
  const changeText = useChangeText();
  const [search, setSearch] = useState('');
  const who = t(isGorgias ? 'held.whoGorgias' : 'held.whoCatalog');
  const shown = change.gone.filter(item => matches(item, search));

  return (
    <section aria-label={who}>
      <Flex direction="column" gap="2">
        <Text as="h3" weight="bold">
          {who}
        </Text>
        <Text as="p">{changeText(change)}</Text>
        {change.gone.length > SEARCH_ABOVE && (
          <SearchField
            label={t(isGorgias ? 'held.searchGorgias' : 'held.searchCatalog')}
            placeholder=""
            value={search}
            onChange={setSearch}
          />
        )}
        {shown.length === 0 ? (
          <Text as="p">{t('held.noMatch')}</Text>
        ) : (
          <div
            className={classes.scroll}
            // Whatever scrolls must be reachable by keyboard to be scrolled.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="group"
            aria-label={who}
          >
            <ul className={classes.list}>
              {shown.map(item => (
                <Person key={item.ref} item={item} />
              ))}
            </ul>
          </div>
        )}
      </Flex>
    </section>
  );
};
