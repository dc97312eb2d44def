import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import { AccountRow, SystemSummary } from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { Drawer } from '../Drawer';
import { useAccountExceptions } from '../Exceptions';
import { AccountHistory } from '../History';
import { IdentitySection } from '../Identity';
import { LoadError, LoadingLines } from '../LoadState';
import { Said } from '../Said';
import { AccountFacts } from './AccountFacts';
import { AccountTurner } from './AccountTurner';
import { AccountVerdicts } from './AccountVerdicts';
import { useAccount } from './useAccount';

const EXPECTED_LINES = 12;

/** Everything known of one account, and every verdict with what it rests on and what can be done about it. */
export const AccountDrawer = (props: {
  summary: SystemSummary;
  accountId: string;
  /** The page of the list behind it, to be shown at once and to turn in. */
  rows: AccountRow[];
  /** Reads the list again. */
  onChanged(): void;
  onTurnTo(accountId: string): void;
  onClose(): void;
}) => {
  const { summary, accountId, rows, onTurnTo, onClose } = props;
  const { entityRef } = summary;
  const mayRead = may(summary, 'read-accounts');
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const { account, error, retry } = useAccount({
    entityRef,
    accountId,
    row: rows.find(({ id }) => id === accountId),
  });
  const exceptions = useAccountExceptions({ entityRef, accountId, mayRead });
  const onChanged = () => {
    retry();
    exceptions.retry();
    props.onChanged();
  };

  return (
    <Drawer
      title={
        account
          ? accountName(account, t)
          : t('exceptions.account', { id: accountId })
      }
      onClose={onClose}
    >
      <Flex direction="column" gap="4">
        <AccountTurner accountId={accountId} rows={rows} onTurnTo={onTurnTo} />
        {error && <LoadError error={error} onRetry={retry} />}
        {exceptions.error && (
          <LoadError error={exceptions.error} onRetry={exceptions.retry} />
        )}
        {!account && !error && <LoadingLines lines={EXPECTED_LINES} />}
        {account && (
          // What is being said of one account is not said of the next.
          <Flex direction="column" gap="4" key={accountId}>
            <AccountFacts account={account} />
            <IdentitySection
              entityRef={entityRef}
              account={account}
              mayClassify={may(summary, 'classify')}
              onChanged={onChanged}
            />
            {account.contradictions.map(({ eventType, eventAt, ...said }) => (
              <Alert
                key={`${eventType} ${eventAt}`}
                role="alert"
                status="warning"
                icon
                title={t('account.contradiction')}
                description={
                  <Said parts={said.textParts} english={said.text} />
                }
              />
            ))}
            <AccountVerdicts
              summary={summary}
              account={account}
              exceptions={exceptions.value ?? []}
              onChanged={onChanged}
            />
            {mayRead && (
              <AccountHistory
                entityRef={entityRef}
                accountId={account.id}
                version={JSON.stringify([
                  account.verdicts,
                  account.identityEtag,
                ])}
              />
            )}
          </Flex>
        )}
      </Flex>
    </Drawer>
  );
};
