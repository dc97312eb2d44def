import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex } from '@backstage/ui';
import {
  AccountFilter,
  gorgiasRoleTitle,
  VERDICT_STATUSES,
} from 'backstage-plugin-gorgias-common';
import { GORGIAS_ROLES } from '../../gorgiasRoles';
import { gorgiasTranslationRef } from '../../translation';
import { SearchBox } from '../SearchBox';
import {
  ACCOUNT_CHECK_IDS,
  ACCOUNT_STATES,
  IDENTITY_TYPES,
} from './accountQuery';
import { FilterSelect } from './FilterSelect';
import { OrgRoleFilter } from './OrgRoleFilter';

/** Every role there is to choose, also one that Gorgias has come up with since and that a link asks for. */
function rolesWith(asked: string | undefined): string[] {
  return [...new Set([...GORGIAS_ROLES, ...(asked ? [asked] : []), ''])];
}

/** Narrows the list of accounts down. */
export const AccountFilters = (props: {
  filter: AccountFilter;
  isFiltered: boolean;
  change(part: AccountFilter): void;
  clear(): void;
}) => {
  const { filter, isFiltered, change, clear } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <Flex
      gap="3"
      align="end"
      role="search"
      aria-label={t('accounts.filters')}
      style={{ flexWrap: 'wrap' }}
    >
      <SearchBox
        label={t('accounts.search')}
        value={filter.search ?? ''}
        onChange={search => change({ search })}
      />
      <FilterSelect
        label={t('accounts.check')}
        value={filter.check}
        options={ACCOUNT_CHECK_IDS.map(id => ({
          id,
          label: t(`messages.checkTitles.${id}`),
        }))}
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
      <FilterSelect
        label={t('accounts.gorgiasRole')}
        value={filter.gorgiasRole}
        options={rolesWith(filter.gorgiasRole).map(id => ({
          id,
          label: id ? gorgiasRoleTitle(id) : t('accounts.noRole'),
        }))}
        onChange={gorgiasRole => change({ gorgiasRole })}
      />
      <FilterSelect
        label={t('accounts.identity')}
        value={filter.identity}
        options={IDENTITY_TYPES.map(id => ({
          id,
          label: t(`accounts.identityOf.${id}`),
        }))}
        onChange={identity => change({ identity })}
      />
      <OrgRoleFilter
        label={t('accounts.orgRole')}
        value={filter.orgRole}
        onChange={orgRole => change({ orgRole })}
      />
      {isFiltered && (
        <Button variant="tertiary" onPress={clear}>
          {t('accounts.clear')}
        </Button>
      )}
    </Flex>
  );
};
