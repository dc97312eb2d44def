import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Dialog, DialogBody, DialogHeader, Flex } from '@backstage/ui';
import {
  AccountDetails,
  AccountRow,
  SystemSummary,
} from 'backstage-plugin-gorgias-common';
import useAsyncRetry from 'react-use/lib/useAsyncRetry';
import { accountName } from '../../accountName';
import { gorgiasApiRef } from '../../api';
import { may } from '../../may';
import { gorgiasTranslationRef } from '../../translation';
import { useAccountExceptions, VerdictException } from '../Exceptions';
import { AccountHistory } from '../History';
import { IdentitySection } from '../Identity';
import { LoadError } from '../LoadState';
import { AccountFacts } from './AccountFacts';
import { VerdictDetails } from './VerdictDetails';

/** Everything known of one account, and every verdict with what it rests on and what can be done about it. */
export const AccountDialog = (props: {
  summary: SystemSummary;
  /** As the list has it, to be shown at once. */
  row: AccountRow;
  /** Reads the list again. */
  onChanged(): void;
  onClose(): void;
}) => {
  const { summary, row, onClose } = props;
  const { entityRef } = summary;
  const mayRead = may(summary, 'read-accounts');
  const api = useApi(gorgiasApiRef);
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const details = useAsyncRetry(
    () => api.getAccount(entityRef, row.id),
    [api, entityRef, row.id],
  );
  const exceptions = useAccountExceptions({
    entityRef,
    accountId: row.id,
    mayRead,
  });
  const account: AccountRow & Partial<AccountDetails> = details.value ?? row;
  const failed = [details, exceptions].find(({ error }) => error);
  const onChanged = () => {
    details.retry();
    exceptions.retry();
    props.onChanged();
  };

  return (
    <Dialog isOpen width={720} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{accountName(account, t)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          {failed?.error && (
            <LoadError error={failed.error} onRetry={failed.retry} />
          )}
          <AccountFacts account={account} />
          <IdentitySection
            entityRef={entityRef}
            account={account}
            mayClassify={may(summary, 'classify')}
            onChanged={onChanged}
          />
          {account.contradictions.map(({ eventType, eventAt, text }) => (
            <Alert
              key={`${eventType} ${eventAt}`}
              role="alert"
              status="warning"
              icon
              title={t('account.contradiction')}
              description={text}
            />
          ))}
          {account.verdicts.map(verdict => (
            <VerdictDetails key={verdict.checkId} verdict={verdict}>
              <VerdictException
                entityRef={entityRef}
                accountId={account.id}
                verdict={verdict}
                exceptions={exceptions.value ?? []}
                mayAsk={may(summary, 'request-exception')}
                onAsked={onChanged}
              />
            </VerdictDetails>
          ))}
          {mayRead && (
            <AccountHistory
              entityRef={entityRef}
              accountId={account.id}
              version={JSON.stringify([account.verdicts, account.identityEtag])}
            />
          )}
        </Flex>
      </DialogBody>
    </Dialog>
  );
};
