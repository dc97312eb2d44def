import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { AccountRow, Verdict } from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { roleTitle } from '../../gorgiasRoles';
import { Said } from '../Said';
import { StatusLabel } from '../StatusLabel';
import { Time } from '../Time';
import { useTexts } from '../../hooks/useTexts';

const useStyles = makeStyles(
  {
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: 'var(--bui-space-2) 0',
      borderTop: '1px solid var(--bui-border-1)',
      overflowWrap: 'anywhere',
    },
  },
  { name: 'GorgiasOwnAccess' },
);

/** One verdict on the own account that does not pass: why, and how to mend it. */
const OwnVerdict = ({ verdict }: { verdict: Verdict }) => {
  const { checkId, status, remedy, dueAt } = verdict;
  const classes = useStyles();
  const { t } = useTexts();
  return (
    <li className={classes.item}>
      <Flex justify="between" align="start" gap="3">
        <div>
          <Text as="p">{t(`messages.checkTitles.${checkId}`)}</Text>
          <Text as="p" variant="body-small" color="secondary">
            <Said parts={verdict.groundParts} english={verdict.ground} />{' '}
            {remedy && <Said parts={verdict.remedyParts} english={remedy} />}
            {dueAt && (
              <>
                {' '}
                {t('account.due')}: <Time at={dueAt} />.
              </>
            )}
          </Text>
        </div>
        <StatusLabel status={status} />
      </Flex>
    </li>
  );
};

/** How one account of the person who looks stands. */
export const OwnAccount = ({ account }: { account: AccountRow }) => {
  const classes = useStyles();
  const { t } = useTexts();
  const judged = account.verdicts.filter(
    ({ status }) => status !== 'not-applicable',
  );
  const open = judged.filter(({ status }) => status !== 'passing');
  const rest = judged.length - open.length;
  return (
    <div>
      <Text as="p" variant="body-small" color="secondary">
        {accountName(account, t)}, {roleTitle(account.gorgiasRole, t)}
        {account.state !== 'active' &&
          `, ${t(`accounts.stateOf.${account.state}`)}`}
        {rest > 0 && `, ${t('counts.passing', { n: rest })}`}
      </Text>
      {open.length > 0 && (
        <ul className={classes.list}>
          {open.map(verdict => (
            <OwnVerdict key={verdict.checkId} verdict={verdict} />
          ))}
        </ul>
      )}
    </div>
  );
};

/** How the accounts of the person who looks stand, and what that person can do about what does not pass. */
export const OwnAccess = ({ accounts }: { accounts: AccountRow[] }) => {
  const { t } = useTexts();
  if (accounts.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('card.ownAccess')}>
      <Text weight="bold">{t('card.ownAccess')}</Text>
      {accounts.map(account => (
        <OwnAccount key={account.id} account={account} />
      ))}
    </section>
  );
};
