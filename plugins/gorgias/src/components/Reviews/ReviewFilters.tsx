import { Flex } from '@backstage/ui';
import {
  ReviewerProgress,
  ReviewItemFilter,
} from 'backstage-plugin-gorgias-common';
import { useTexts } from '../../hooks/useTexts';
import { FilterSelect } from '../AccountsTab/FilterSelect';
import { SearchBox } from '../SearchBox';
import { entityName } from './entityName';

const STATUSES = ['undecided', 'decided', 'follow-up'] as const;

/** Narrows the accounts of a review down. */
export const ReviewFilters = (props: {
  filter: ReviewItemFilter;
  reviewers: ReviewerProgress[];
  onChange(part: ReviewItemFilter): void;
}) => {
  const { filter, reviewers, onChange } = props;
  const { t } = useTexts();
  const named = reviewers.flatMap(({ reviewer }) =>
    reviewer ? [{ id: reviewer, label: entityName(reviewer) }] : [],
  );
  return (
    <Flex
      gap="3"
      align="end"
      role="search"
      aria-label={t('reviews.filters')}
      style={{ flexWrap: 'wrap' }}
    >
      <SearchBox
        label={t('reviews.search')}
        value={filter.search ?? ''}
        onChange={search => onChange({ search })}
      />
      <FilterSelect
        label={t('reviews.reviewer')}
        value={filter.reviewer}
        options={[
          { id: 'me', label: t('reviews.reviewerOf.me') },
          { id: 'nobody', label: t('reviews.reviewerOf.nobody') },
          ...named,
        ]}
        onChange={reviewer => onChange({ reviewer })}
      />
      <FilterSelect
        label={t('reviews.status')}
        value={filter.status}
        options={STATUSES.map(id => ({
          id,
          label: t(`reviews.statusFilter.${id}`),
        }))}
        onChange={status => onChange({ status })}
      />
    </Flex>
  );
};
