import { Checkbox, CheckboxGroup, SearchField, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { useReachableInput } from '../../hooks/useReachableInput';
import { LoadError, LoadingLines } from '../LoadState';
import { GroupOption, useGroups } from './useGroups';
import { useTexts } from '../../hooks/useTexts';

const EXPECTED_LINES = 4;
const TITLE = 'title:';

const useStyles = makeStyles(
  { list: { maxHeight: 220, overflowY: 'auto' } },
  { name: 'GorgiasGroupPicker' },
);

function matches(group: GroupOption, search: string): boolean {
  return `${group.name} ${group.ref}`
    .toLowerCase()
    .includes(search.trim().toLowerCase());
}

/** Chooses any number of groups; chosen ones that the catalog lacks can still be unchosen. */
export const GroupPicker = (props: {
  value: string[];
  onChange(value: string[]): void;
}) => {
  const { value, onChange } = props;
  const classes = useStyles();
  const { t } = useTexts();
  const reachable = useReachableInput();
  const groups = useGroups();
  const [search, setSearch] = useState('');

  if (groups.error) {
    return <LoadError error={groups.error} onRetry={groups.retry} />;
  }
  if (!groups.value) {
    return <LoadingLines lines={EXPECTED_LINES} />;
  }
  const known = new Set(groups.value.map(group => group.ref));
  const missing = value
    .filter(ref => !known.has(ref))
    .map(ref => ({
      ref,
      // A job title is never a group; whether anybody has it, the preview says.
      name: ref.startsWith(TITLE)
        ? t('manage.jobTitle', { title: ref.slice(TITLE.length) })
        : t('rule.notInCatalog'),
    }));
  const shown = [...missing, ...groups.value].filter(group =>
    matches(group, search),
  );

  // The group knows only of the boxes that are shown; the others stay chosen.
  const change = (chosen: string[]) => {
    const shownRefs = new Set(shown.map(group => group.ref));
    onChange([...value.filter(ref => !shownRefs.has(ref)), ...chosen]);
  };

  return (
    <>
      <SearchField
        label={t('rule.searchGroups')}
        placeholder=""
        value={search}
        onChange={setSearch}
      />
      <CheckboxGroup
        label={t('rule.groups')}
        secondaryLabel={t('rule.chosen', { n: value.length })}
        value={shown.map(group => group.ref).filter(ref => value.includes(ref))}
        onChange={change}
        className={classes.list}
      >
        {shown.map(group => (
          <Checkbox key={group.ref} value={group.ref} className={reachable}>
            {group.name} <Text color="secondary">{group.ref}</Text>
          </Checkbox>
        ))}
      </CheckboxGroup>
      {shown.length === 0 && <Text as="p">{t('rule.noGroups')}</Text>}
    </>
  );
};
