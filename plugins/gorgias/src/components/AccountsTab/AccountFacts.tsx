import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { AccountRow, gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { gorgiasTranslationRef } from '../../translation';
import { DescriptionList } from '../DescriptionList';
import { Time } from '../Time';

const OrgRoles = ({ orgRoles }: { orgRoles: string[] }) => (
  <>
    {orgRoles.map((orgRole, index) => (
      <span key={orgRole}>
        {index > 0 && ', '}
        <EntityRefLink entityRef={orgRole} />
      </span>
    ))}
  </>
);

/** What Gorgias says of an account, and the groups of the staff member it is of. */
export const AccountFacts = ({ account }: { account: AccountRow }) => {
  const { ownTwoFactor, orgRoles } = account;
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
        [t('account.kind'), t(`account.kindOf.${account.kind}`)],
        [
          t('account.ownTwoFactor'),
          ownTwoFactor === null ? t('common.notKnown') : twoFactor,
        ],
        [t('account.sso'), account.sso ?? t('common.notKnown')],
        [t('account.createdAt'), time(account.createdAt)],
        [
          t('account.lastLogIn'),
          time(account.lastLogInAt) ?? t('account.noLogIn'),
        ],
        [t('account.deactivatedAt'), time(account.deactivatedAt)],
        [t('account.goneAt'), time(account.goneAt)],
        [
          t('account.orgRoles'),
          orgRoles.length > 0 ? <OrgRoles orgRoles={orgRoles} /> : null,
        ],
      ]}
    />
  );
};
