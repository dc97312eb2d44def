import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  OffboardedAccount,
  OffboardedPerson,
} from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { roleTitle } from '../../gorgiasRoles';
import { STATUS_LOOKS } from '../StatusLabel';
import { Time } from '../Time';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  { wrap: { whiteSpace: 'normal', overflowWrap: 'anywhere' } },
  { name: 'GorgiasPersonAccess' },
);

/** What became of the access of somebody who left, and who vouches for that. */
export const PersonStatus = ({ person }: { person: OffboardedPerson }) => {
  const { status, usedAfterLeaving, override } = person;
  const classes = useStyles();
  const { t } = useTexts();
  const { Icon } = STATUS_LOOKS.failing;
  return (
    <div className={classes.wrap}>
      <Text as="p" weight="bold">
        {t(`people.statusOf.${status}`)}
      </Text>
      {usedAfterLeaving && (
        <Text as="p" weight="bold">
          <Text color="danger">
            <Icon fontSize="inherit" />
          </Text>{' '}
          {t('people.used')}
        </Text>
      )}
      {override && (
        <Text as="p" variant="body-small" color="secondary">
          {t('people.overridden')} <EntityRefLink entityRef={override.by} />,{' '}
          <Time at={override.at} />: {override.proof}
        </Text>
      )}
    </div>
  );
};

const Account = (props: { account: OffboardedAccount; href: string }) => {
  const { account, href } = props;
  const { t } = useTexts();
  return (
    <>
      <Link href={href}>
        {t('people.account', {
          name: accountName(account, t),
          role: roleTitle(account.gorgiasRole, t),
          state: t(`accounts.stateOf.${account.state}`),
        })}
      </Link>
      {account.lastLogInAt && (
        <Text as="p" variant="body-small" color="secondary">
          {t('people.lastLogIn')} <Time at={account.lastLogInAt} />
        </Text>
      )}
    </>
  );
};

/** The accounts of somebody who left. */
export const PersonAccounts = (props: {
  accounts: OffboardedAccount[];
  hrefOf(accountId: string): string;
}) => {
  const { accounts, hrefOf } = props;
  const classes = useStyles();
  return (
    <div className={classes.wrap}>
      {accounts.map(account => (
        <Account key={account.id} account={account} href={hrefOf(account.id)} />
      ))}
    </div>
  );
};
