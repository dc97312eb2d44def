import { Text } from '@backstage/ui';
import { useMemo } from 'react';
import { HistoryTable } from './HistoryTable';
import { useTexts } from '../../hooks/useTexts';

/** Everything that changed about one account. */
export const AccountHistory = (props: {
  entityRef: string;
  accountId: string;
  version: string;
}) => {
  const { accountId } = props;
  const { t } = useTexts();
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
