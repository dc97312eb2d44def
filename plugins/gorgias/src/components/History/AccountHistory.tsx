import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { gorgiasTranslationRef } from '../../translation';
import { HistoryTable } from './HistoryTable';

/** Everything that changed about one account. */
export const AccountHistory = (props: {
  entityRef: string;
  accountId: string;
  version: string;
}) => {
  const { accountId } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const filter = useMemo(() => ({ accountId }), [accountId]);
  return (
    <section aria-label={t('changes.title')}>
      <Text as="h3" weight="bold">
        {t('changes.title')}
      </Text>
      <HistoryTable {...props} filter={filter} />
    </section>
  );
};
