import { Button, Flex } from '@backstage/ui';
import { CHECK_IDS } from 'backstage-plugin-gorgias-common';
import { useEffect, useState } from 'react';
import { FilterSelect } from '../AccountsTab/FilterSelect';
import { SearchBox } from '../SearchBox';
import { DateField } from '../DateField';
import { EntityPicker, isEntityRef } from '../EntityPicker';
import { HISTORY_KINDS, useEvidenceFilter } from './useEvidenceFilter';
import { useTexts } from '../../hooks/useTexts';

/** A person, looked up as soon as the ref is complete. */
const PersonFilter = (props: {
  value: string;
  onChange(value: string): void;
}) => {
  const { value, onChange } = props;
  const { t } = useTexts();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  return (
    <EntityPicker
      label={t('evidence.person')}
      kinds={['User']}
      value={text}
      description={null}
      onChange={next => {
        setText(next);
        if (next === '' || isEntityRef(next)) {
          onChange(next);
        }
      }}
    />
  );
};

/** Narrows down what was recorded. */
export const EvidenceFilters = (
  props: Pick<
    ReturnType<typeof useEvidenceFilter>,
    'query' | 'filter' | 'isFiltered' | 'change' | 'clear'
  >,
) => {
  const { query, filter, change } = props;
  const { t } = useTexts();
  return (
    <Flex
      gap="3"
      align="end"
      style={{ flexWrap: 'wrap' }}
      role="group"
      aria-label={t('evidence.filters')}
    >
      <FilterSelect
        label={t('evidence.kind')}
        value={filter.kind}
        options={HISTORY_KINDS.map(id => ({
          id,
          label: t(`changes.kindOf.${id}`),
        }))}
        onChange={kind => change({ kind })}
      />
      <FilterSelect
        label={t('evidence.check')}
        value={filter.checkId}
        options={CHECK_IDS.map(id => ({
          id,
          label: t(`messages.checkTitles.${id}`),
        }))}
        onChange={checkId => change({ checkId })}
      />
      <SearchBox
        label={t('evidence.account')}
        value={query.accountId ?? ''}
        onChange={accountId => change({ accountId: accountId.trim() })}
      />
      <PersonFilter
        value={query.staffRef ?? ''}
        onChange={staffRef => change({ staffRef })}
      />
      <DateField
        label={t('evidence.from')}
        value={query.from ?? ''}
        onChange={from => change({ from })}
      />
      <DateField
        label={t('evidence.to')}
        value={query.to ?? ''}
        onChange={to => change({ to })}
      />
      {props.isFiltered && (
        <Button variant="tertiary" onPress={props.clear}>
          {t('evidence.clear')}
        </Button>
      )}
    </Flex>
  );
};
