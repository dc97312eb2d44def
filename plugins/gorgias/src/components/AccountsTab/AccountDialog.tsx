import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Alert, Dialog, DialogBody, DialogHeader, Flex } from '@backstage/ui';
import { AccountRow, gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Time } from '../Time';
import { AccountIdentity } from './AccountIdentity';
import { accountName } from './accountColumns';
import { VerdictDetails } from './VerdictDetails';

/** Everything known of one account, and every verdict with what it rests on. */
export const AccountDialog = (props: {
  account: AccountRow;
  onClose(): void;
}) => {
  const { account, onClose } = props;
  const { identity, ownTwoFactor } = account;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const time = (at: string | null) => at && <Time at={at} />;
  const twoFactor = ownTwoFactor ? t('account.yes') : t('account.no');
  const candidates =
    identity.type === 'unidentified' && identity.candidates.length > 0
      ? identity.candidates
      : undefined;

  return (
    <Dialog isOpen width={720} onOpenChange={isOpen => !isOpen && onClose()}>
      <DialogHeader>{accountName(account, t)}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="4">
          <DescriptionList
            items={[
              [t('account.gorgiasId'), account.id],
              [t('account.email'), account.email],
              [t('account.role'), gorgiasRoleTitle(account.gorgiasRole)],
              [t('account.state'), t(`accounts.stateOf.${account.state}`)],
              [
                t('account.identity'),
                <AccountIdentity key="identity" identity={identity} />,
              ],
              [
                t('account.candidates'),
                candidates && <EntityRefLinks entityRefs={candidates} />,
              ],
              [
                t('account.ownTwoFactor'),
                ownTwoFactor === null ? t('common.notKnown') : twoFactor,
              ],
              [t('account.sso'), account.sso ?? t('common.notKnown')],
              [t('account.createdAt'), time(account.createdAt)],
              [t('account.deactivatedAt'), time(account.deactivatedAt)],
              [t('account.goneAt'), time(account.goneAt)],
            ]}
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
            <VerdictDetails key={verdict.checkId} verdict={verdict} />
          ))}
        </Flex>
      </DialogBody>
    </Dialog>
  );
};
