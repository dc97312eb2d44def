import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AccountRow, gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Time } from '../Time';

/** What Gorgias says of an account. */
export const AccountFacts = ({ account }: { account: AccountRow }) => {
  const { ownTwoFactor } = account;
  const { t } = useTranslationRef(gorgiasTranslationRef);
  const time = (at: string | null) => at && <Time at={at} />;
  const twoFactor = ownTwoFactor ? t('account.yes') : t('account.no');
  return (
    <DescriptionList
      items={[
        [t('account.gorgiasId'), account.id],
        [t('account.email'), account.email],
        [t('account.role'), gorgiasRoleTitle(account.gorgiasRole)],
        [t('account.state'), t(`accounts.stateOf.${account.state}`)],
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
  );
};
