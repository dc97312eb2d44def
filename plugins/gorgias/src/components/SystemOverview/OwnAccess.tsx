import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import {
  AccountRow,
  CHECK_TITLES,
  gorgiasRoleTitle,
  Verdict,
} from 'backstage-plugin-gorgias-common';
import { accountName } from '../../accountName';
import { gorgiasTranslationRef } from '../../translation';
import { StatusLabel } from '../StatusLabel';
import { Time } from '../Time';

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

/** One verdict on the own account; what does not pass says why, and how to mend it. */
const OwnVerdict = ({ verdict }: { verdict: Verdict }) => {
  const { checkId, status, ground, remedy, dueAt } = verdict;
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  return (
    <li className={classes.item}>
      <Flex justify="between" align="start" gap="3">
        <div>
          <Text as="p">{CHECK_TITLES[checkId]}</Text>
          {status !== 'passing' && (
            <Text as="p" variant="body-small" color="secondary">
              {ground} {remedy}
              {dueAt && (
                <>
                  {' '}
                  {t('account.due')}: <Time at={dueAt} />.
                </>
              )}
            </Text>
          )}
        </div>
        <StatusLabel status={status} />
      </Flex>
    </li>
  );
};

/** How the accounts of the person who looks stand, and what that person can do about it. */
export const OwnAccess = ({ accounts }: { accounts: AccountRow[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(gorgiasTranslationRef);
  if (accounts.length === 0) {
    return null;
  }
  return (
    <section aria-label={t('card.ownAccess')}>
      <Text weight="bold">{t('card.ownAccess')}</Text>
      {accounts.map(account => (
        <div key={account.id}>
          <Text as="p" variant="body-small" color="secondary">
            {accountName(account, t)}, {gorgiasRoleTitle(account.gorgiasRole)}
          </Text>
          <ul className={classes.list}>
            {account.verdicts
              .filter(({ status }) => status !== 'not-applicable')
              .map(verdict => (
                <OwnVerdict key={verdict.checkId} verdict={verdict} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
};
