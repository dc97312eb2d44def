import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Flex, Text } from '@backstage/ui';
import { AccountRow } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';

/** Leads to the accounts before and after one in the list that is shown behind it; nothing where it is not in there. */
export const AccountTurner = (props: {
  accountId: string;
  rows: AccountRow[];
  onTurnTo(accountId: string): void;
}) => {
  const { accountId, rows, onTurnTo } = props;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const index = rows.findIndex(({ id }) => id === accountId);
  if (index < 0) {
    return null;
  }
  const turn = (by: number) => {
    const next: AccountRow | undefined = rows[index + by];
    return {
      isDisabled: !next,
      onPress: () => next && onTurnTo(next.id),
    };
  };
  return (
    <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
      <Button variant="secondary" {...turn(-1)}>
        {t('account.previous')}
      </Button>
      <Button variant="secondary" {...turn(1)}>
        {t('account.next')}
      </Button>
      <Text color="secondary" role="status">
        {t('account.position', { n: index + 1, total: rows.length })}
      </Text>
    </Flex>
  );
};
