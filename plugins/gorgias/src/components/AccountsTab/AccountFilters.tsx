import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, SearchField, Select } from '@backstage/ui';
import {
  CHECK_TITLES,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import {
  ACCOUNT_CHECK_IDS,
  ACCOUNT_STATES,
  useAccountFilter,
} from './useAccountFilter';

const ANY = 'any';

/** A choice of one value or any. */
const FilterSelect = <T extends string>(props: {
  label: string;
  value?: T;
  options: Array<{ id: T; label: string }>;
  onChange(value?: T): void;
}) => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Select
      label={props.label}
      options={[{ id: ANY, label: t('accounts.any') }, ...props.options]}
      value={props.value ?? ANY}
      onChange={value =>
        props.onChange(value === ANY ? undefined : (value as T))
      }
    />
  );
};

/** Narrows the list of accounts down. */
export const AccountFilters = () => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { filter, isFiltered, change, clear } = useAccountFilter();
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <SearchField
        label={t('accounts.search')}
        placeholder=""
        value={filter.search ?? ''}
        onChange={search => change({ search })}
      />
      <FilterSelect
        label={t('accounts.check')}
        value={filter.check}
        options={ACCOUNT_CHECK_IDS.map(id => ({ id, label: CHECK_TITLES[id] }))}
        onChange={check => change({ check })}
      />
      <FilterSelect
        label={t('accounts.status')}
        value={filter.status}
        options={VERDICT_STATUSES.map(id => ({ id, label: t(`status.${id}`) }))}
        onChange={status => change({ status })}
      />
      <FilterSelect
        label={t('accounts.state')}
        value={filter.state}
        options={ACCOUNT_STATES.map(id => ({
          id,
          label: t(`accounts.stateOf.${id}`),
        }))}
        onChange={state => change({ state })}
      />
      {isFiltered && (
        <Button variant="tertiary" onPress={clear}>
          {t('accounts.clear')}
        </Button>
      )}
    </Flex>
  );
};
