import { Cell, CellText, ColumnConfig, Text } from '@backstage/ui';
import { AccountRow, gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { accountName, Translate } from '../../accountName';
import { AccountIdentity } from '../Identity';
import { StatusLabel } from '../StatusLabel';
import { Day } from '../Time';
import { ACCOUNT_CHECK_IDS } from './accountQuery';

/** What the list of accounts shows of one; a column that it can be put in order by has the name of that order. */
export function accountColumns(t: Translate): ColumnConfig<AccountRow>[] {
  return [
    {
      id: 'name',
      isSortable: true,
      minWidth: 148,
      defaultWidth: '2fr',
      label: t('accounts.column.account'),
      isRowHeader: true,
      cell: account => (
        <CellText
          title={accountName(account, t)}
          description={account.email ?? undefined}
        />
      ),
    },
    {
      id: 'gorgiasRole',
      isSortable: true,
      minWidth: 96,
      label: t('accounts.column.role'),
      cell: account => (
        <CellText title={gorgiasRoleTitle(account.gorgiasRole)} />
      ),
    },
    {
      id: 'state',
      isSortable: true,
      minWidth: 112,
      label: t('accounts.column.state'),
      cell: account => (
        <CellText title={t(`accounts.stateOf.${account.state}`)} />
      ),
    },
    {
      id: 'identity',
      isSortable: true,
      minWidth: 132,
      defaultWidth: '2fr',
      label: t('accounts.column.identity'),
      cell: account => (
        <Cell>
          <AccountIdentity identity={account.identity} />
        </Cell>
      ),
    },
    {
      id: 'status',
      isSortable: true,
      minWidth: 124,
      label: t('accounts.column.status'),
      cell: account => (
        <Cell>
          <StatusLabel status={account.status} />
        </Cell>
      ),
    },
    ...ACCOUNT_CHECK_IDS.map(checkId => ({
      id: checkId,
      minWidth: 124,
      label: t(`checkShort.${checkId}`),
      cell: (account: AccountRow) => {
        const verdict = account.verdicts.find(v => v.checkId === checkId);
        return (
          <Cell>
            <StatusLabel status={verdict?.status ?? 'not-applicable'} />
          </Cell>
        );
      },
    })),
    {
      id: 'createdAt',
      isSortable: true,
      minWidth: 116,
      label: t('accounts.column.createdAt'),
      cell: ({ createdAt }) => (
        <Cell>
          <Text>
            {createdAt ? <Day at={createdAt} /> : t('common.notKnown')}
          </Text>
        </Cell>
      ),
    },
  ];
}
