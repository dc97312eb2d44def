import { Cell, CellText, ColumnConfig } from '@backstage/ui';
import { AccountRow, gorgiasRoleTitle } from 'backstage-plugin-gorgias-common';
import { accountName, Translate } from '../../accountName';
import { StatusLabel } from '../StatusLabel';
import { AccountIdentity } from '../Identity';
import { ACCOUNT_CHECK_IDS } from './useAccountFilter';

/** What the list of accounts shows of one. */
export function accountColumns(t: Translate): ColumnConfig<AccountRow>[] {
  return [
    {
      id: 'account',
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
      id: 'role',
      minWidth: 80,
      label: t('accounts.column.role'),
      cell: account => (
        <CellText title={gorgiasRoleTitle(account.gorgiasRole)} />
      ),
    },
    {
      id: 'state',
      minWidth: 104,
      label: t('accounts.column.state'),
      cell: account => (
        <CellText title={t(`accounts.stateOf.${account.state}`)} />
      ),
    },
    {
      id: 'identity',
      minWidth: 124,
      defaultWidth: '2fr',
      label: t('accounts.column.identity'),
      cell: account => (
        <Cell>
          <AccountIdentity identity={account.identity} />
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
  ];
}
