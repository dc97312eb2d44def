import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Select } from '@backstage/ui';
import { RevocationStatus } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { SearchBox } from '../SearchBox';
import { REVOCATION_STATUSES, usePeopleFilter } from './usePeopleFilter';

const ANY = 'any';

/** Narrows the list of people who left down. */
export const PeopleFilters = () => {
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { filter, isFiltered, change, clear } = usePeopleFilter();
  return (
    <Flex
      gap="3"
      align="end"
      role="search"
      aria-label={t('people.filters')}
      style={{ flexWrap: 'wrap' }}
    >
      <SearchBox
        label={t('people.search')}
        value={filter.search ?? ''}
        onChange={search => change({ search })}
      />
      <Select
        label={t('people.status')}
        options={[
          { id: ANY, label: t('accounts.any') },
          ...REVOCATION_STATUSES.map(id => ({
            id,
            label: t(`people.statusOf.${id}`),
          })),
        ]}
        value={filter.status ?? ANY}
        onChange={value =>
          change({
            status: value === ANY ? undefined : (value as RevocationStatus),
          })
        }
      />
      {isFiltered && (
        <Button variant="tertiary" onPress={clear}>
          {t('accounts.clear')}
        </Button>
      )}
    </Flex>
  );
};
